package ganglion.cli.verb.why;

import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.documents.Problem;
import ganglion.documents.output.FilePublisher;
import ganglion.documents.output.OwnFile;
import ganglion.report.cause.AskedRun;
import ganglion.report.cause.CausePage;
import ganglion.scenario.cause.CauseAnswer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where a page of causes goes, if one is asked for. */
final class CausePageOption {

    private static final String NAME = "--html";

    @Option(
            names = NAME,
            paramLabel = "FILE",
            description =
                    "Write the answer to --spike or --missing as a page, with the spikes as a graph under the sound.")
    private Path file;

    /** The page; empty if none is asked for. */
    Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    /**
     * Looks whether the page can be written, before the run is made again.
     *
     * @param moment whether a question is asked that a page answers
     */
    void check(boolean moment) throws InputException, OutputException {
        if (file == null) {
            return;
        }
        if (!moment) {
            throw problem("found a question that it has no page for, expected --spike or --missing, and no --without");
        }
        try {
            OwnFile.check(file, CausePage.SIGN, "a page of causes");
        } catch (IOException e) {
            throw new OutputException(file.toString(), e);
        }
    }

    /** Refuses a neuron of which there is no graph. */
    void checkSum(boolean isSum) throws InputException {
        if (file != null && !isSum) {
            throw problem(
                    "found it with a neuron whose potential is no sum, expected one of another model than izhikevich");
        }
    }

    /**
     * Writes the page if it is asked for.
     *
     * @param nearest the spikes around a moment without one, in words; empty for a spike
     * @param directory of the run, with the options by which its scenario is found
     */
    void write(AskedRun run, CauseAnswer answer, String nearest, String directory) throws OutputException {
        if (file == null) {
            return;
        }
        try {
            String about = nearest.isEmpty() ? "" : "In the run, " + nearest + ".";
            FilePublisher.publishText(file, CausePage.of(run, answer, about, directory));
        } catch (IOException e) {
            throw new OutputException(file.toString(), e);
        }
    }

    private static InputException problem(String message) {
        return new InputException(new Problem(NAME, 0, "", message));
    }
}
