package ganglion.cli.verb;

import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.hardware.library.ProfileReference;
import java.nio.file.Path;
import java.util.List;

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
     * @throws InputException if the scenario cannot be used, or does not fit the chip
     * @throws OutputException if the folder cannot be written
     */
    List<String> run(Call call) throws InputException, OutputException;

    /**
     * What the command line asks for.
     *
     * @param scenario the file to read
     * @param folder the folder to write
     * @param chip its profile, and its clock if that is not the profile's own
     */
    record Call(Path scenario, Path folder, ProfileReference chip) {}
}
