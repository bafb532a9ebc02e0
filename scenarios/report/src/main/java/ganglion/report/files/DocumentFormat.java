package ganglion.report.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells documents of ours from others by their first field, which names their format. */
public final class DocumentFormat {

    private DocumentFormat() {}

    /** Whether a file is a JSON document whose first field, {@code format}, is the one given. */
    public static boolean isOf(Path document, String format) {
        if (!Files.isRegularFile(document)) {
            return false;
        }
        try (JsonParser parser = new JsonFactory().createParser(document.toFile())) {
            return parser.nextToken() == JsonToken.START_OBJECT
                    && "format".equals(parser.nextFieldName())
                    && format.equals(parser.nextTextValue());
        } catch (IOException e) {
            // Not JSON, or unreadable: not ours.
            return false;
        }
    }
}
