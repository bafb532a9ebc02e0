package ganglion.documents.output;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes a file that appears complete or not at all: in a hidden folder beside its place, from which it is moved there. A file
 * of that name is replaced; a directory, a device or a link is not.
 */
public final class FilePublisher {

    private FilePublisher() {}

    /** Writes the content of a file. */
    @FunctionalInterface
    public interface Content {

        /** @param out not to be closed */
        void writeTo(OutputStream out) throws IOException;
    }

    /** Makes a file. */
    @FunctionalInterface
    public interface Filler {

        /** @param file name of the file, which does not exist yet */
        void fill(Path file) throws IOException;
    }

    /** @throws IOException with a human-readable message if nothing was written */
    public static void publish(Path file, Content content) throws IOException {
        fill(file, hidden -> {
            try (OutputStream out = new BufferedOutputStream(
                    Files.newOutputStream(hidden, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
                content.writeTo(out);
            }
        });
    }

    /**
     * The same for a text, in UTF-8.
     *
     * @throws IOException with a human-readable message if nothing was written
     */
    public static void publishText(Path file, String text) throws IOException {
        publish(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * The same for what writes to a name of a file, such as a library.
     *
     * @throws IOException with a human-readable message if nothing was written
     */
    public static void fill(Path file, Filler filler) throws IOException {
        try (FileSet files = new FileSet()) {
            files.fill(file, filler);
            files.publish();
        }
    }
}
