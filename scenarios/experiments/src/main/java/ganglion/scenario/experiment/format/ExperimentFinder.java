package ganglion.scenario.experiment.format;

import ganglion.documents.FolderWalk;
import ganglion.documents.InputException;
import java.nio.file.Path;
import java.util.List;

/** Finds the experiments of a folder. */
public final class ExperimentFinder {

    private static final int MOST_FILES = 100_000;

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
        List<Path> found = FolderWalk.files(folder, mostFiles, ExperimentFinder::isDocument).stream()
                .filter(ExperimentFiles::isExperiment)
                .toList();
        if (found.isEmpty()) {
            throw refusal(folder, "found no experiment file, expected some (YAML or JSON with the key experiment)");
        }
        return found;
    }

    private static boolean isDocument(Path file) {
        return file.toString().matches(".*\\.(yaml|yml|json)");
    }

    private static InputException refusal(Path folder, String message) {
        return new InputException(folder, message);
    }
}
