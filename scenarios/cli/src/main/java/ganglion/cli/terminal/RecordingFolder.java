package ganglion.cli.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a run records what it cannot keep in memory, until its directory takes it over: a hidden folder beside that
 * directory, of a name that a run which goes on from a checkpoint finds again.
 *
 * @param path the folder
 */
public record RecordingFolder(Path path) {

    public static RecordingFolder beside(Path runDirectory) {
        return new RecordingFolder(runDirectory.resolveSibling("." + runDirectory.getFileName() + ".recording"));
    }

    /** Deletes the folder and what is in it. */
    public void delete() {
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
            // What is left is hidden and harms nobody.
            return;
        }
    }
}
