package ganglion.live.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * A file of the page.
 *
 * @param type media type
 * @param bytes its content
 */
record PageFile(String type, byte[] bytes) {

    /** Reads a resource. */
    static PageFile read(String type, String resource) {
        try (InputStream in = PageFile.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the page lacks " + resource);
            }
            return new PageFile(type, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
