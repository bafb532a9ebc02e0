package ganglion.report.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file that appears complete or not at all. */
public final class FilePublisher {

    private FilePublisher() {}

    /**
     * Writes a file under a hidden name beside its place and moves it there; a file of that name is replaced, a device or a
     * link is not.
     *
     * @throws IOException with a human-readable message if nothing was written
     */
    public static void publish(Path file, Checksum.Writing content) throws IOException {
        Path place = file.toAbsolutePath().normalize();
        if (Files.exists(place, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(Files.isDirectory(place) ? "is a directory" : "is no regular file");
        }
        Path partial = HiddenSibling.of(place);
        try {
            HiddenSibling.makeFolderOf(place);
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(partial))) {
                content.writeTo(out);
            }
            Files.move(partial, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw WriteProblem.of(file.getFileName().toString(), e);
        } finally {
            HiddenSibling.delete(partial);
        }
    }
}
