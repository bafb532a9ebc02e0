package ganglion.documents.output;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Files and folders with all that is in them. */
public final class FileTrees {

    private FileTrees() {}

    /** Deletes as much as possible, and links rather than what they lead to. A failure here must not hide one before it. */
    public static void delete(Path root) {
        if (Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(root)) {
                entries.forEach(FileTrees::delete);
            } catch (IOException e) {
                // The rest does no harm.
                return;
            }
        }
        try {
            Files.deleteIfExists(root);
        } catch (IOException e) {
            // It stays, and so do the folders that it lies in.
            return;
        }
    }

    /** Makes a folder unless it exists. Java 17 refuses to "create" one that is there as a symbolic link. */
    static void makeFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
    }
}
