package ganglion.scenario.experiment.format;

import ganglion.documents.InputException;
import ganglion.documents.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds the experiments of a folder. */
public final class ExperimentFinder {

    private static final int MOST_FILES = 10_000;

    private ExperimentFinder() {}

    /**
     * All experiment files in and below a folder, in the order of their paths.
     *
     * @throws InputException if there are none, too many files to look at, or it cannot be read
     */
    public static List<Path> find(Path folder) throws InputException {
        return find(folder, MOST_FILES);
    }

    static List<Path> find(Path folder, int mostFiles) throws InputException {
        try (Stream<Path> tree = Files.walk(folder)) {
            List<Path> documents = tree.filter(file -> file.toString().matches(".*\\.(yaml|yml|json)"))
                    .filter(Files::isRegularFile)
                    .limit(mostFiles + 1L)
                    .sorted()
                    .toList();
            if (documents.size() > mostFiles) {
                throw refusal(folder, "found more than " + mostFiles + " YAML and JSON files, expected fewer");
            }
            List<Path> found =
                    documents.stream().filter(ExperimentFiles::isExperiment).toList();
            if (found.isEmpty()) {
                throw refusal(folder, "found no experiment file, expected some (YAML or JSON with the key experiment)");
            }
            return found;
        } catch (IOException | UncheckedIOException e) {
            throw refusal(folder, "cannot be read, expected a folder with experiment files");
        }
    }

    private static InputException refusal(Path folder, String message) {
        return new InputException(new Problem(folder.toString(), 0, "", message));
    }
}
