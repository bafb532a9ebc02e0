package ganglion.scenario.interchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes files under another name first, so that nobody ever sees half of one. */
final class SafeFiles {

    private SafeFiles() {}

    /** Fills a file. */
    @FunctionalInterface
    interface Filler {

        /** @param temporary name of a file that does not exist yet */
        void fill(Path temporary) throws IOException;
    }

    /** @throws IOException if the file cannot be written; then an older one stands as it was */
    static void write(Path file, Filler filler) throws IOException {
        Path temporary = file.resolveSibling(
                "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            Files.deleteIfExists(temporary);
            filler.fill(temporary);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
