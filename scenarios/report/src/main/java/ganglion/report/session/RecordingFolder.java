package ganglion.report.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a run writes what does not fit into memory, until it is linked into the run directory: a hidden folder beside that
 * directory. A run that continues from a checkpoint finds it by its name.
 *
 * @param path the folder
 */
record RecordingFolder(Path path) {

    static RecordingFolder beside(Path runDirectory) {
        return new RecordingFolder(runDirectory.resolveSibling("." + runDirectory.getFileName() + ".recording"));
    }

    /** Deletes the folder and what is in it. */
    void delete() {
        if (!Files.isDirectory(path)) {
            return;
        }
        try (Stream<Path> entries = Files.list(path)) {
            List<Path> files = entries.toList();
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // What is left is hidden and does no harm.
            return;
        }
    }
}
