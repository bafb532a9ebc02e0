package ganglion.cli.verb;

import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.hardware.library.ProfileReference;
import ganglion.scenario.experiment.trial.TrialData;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Lets {@code ganglion export} write what a chip loads. A module offers it in {@code META-INF/services/ganglion.cli.verb.ExportTarget}. It
 * has a public constructor without parameters, which does no work.
 */
public interface ExportTarget {

    /** Name of the chip's profile, which stands behind {@code --target}. */
    String profile();

    /**
     * Writes a folder, or nothing.
     *
     * @return what was made, one line each
     * @throws InputException if the file or the samples cannot be used, or does not fit the chip
     * @throws OutputException if the folder cannot be written
     */
    List<String> run(Call call) throws InputException, OutputException;

    /**
     * What the command line asks for.
     *
     * @param file the scenario to read, or with samples the trained model
     * @param folder the folder to write
     * @param chip its profile, and its clock if that is not the profile's own
     * @param samples on which the trained model decides
     */
    record Call(Path file, Path folder, ProfileReference chip, Optional<TrialData> samples) {}
}
