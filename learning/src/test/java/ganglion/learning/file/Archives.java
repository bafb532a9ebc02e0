package ganglion.learning.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Archives of tests. */
public final class Archives {

    private Archives() {}

    /** All entries of a file, in memory, to be changed and written. */
    public static Archive copyOf(Path file) throws IOException {
        Archive copy = new Archive();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                copy.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return copy;
    }
}
