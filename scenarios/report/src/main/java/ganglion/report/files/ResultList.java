package ganglion.report.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What the document of a directory says of the directory. Anybody may have written or damaged it.
 *
 * @param version its {@code formatVersion}; 0 if it has none
 * @param checksums SHA-256 of each file in its list, as it was written, by the name of the file; empty where the document says none
 */
record ResultList(long version, Map<String, String> checksums) {

    /** Reads a document, up to where it is damaged if it is. Files that are not in its list count as the user's. */
    static ResultList read(Path document) {
        Map<String, String> checksums = new HashMap<>();
        long version = 0;
        try (JsonParser parser = new JsonFactory().createParser(document.toFile())) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                JsonToken value = parser.nextToken();
                if (field.equals("files")) {
                    addFiles(parser, checksums);
                } else if (field.equals("formatVersion") && value == JsonToken.VALUE_NUMBER_INT) {
                    version = parser.getLongValue();
                } else {
                    parser.skipChildren();
                }
            }
        } catch (IOException e) {
            return new ResultList(version, checksums);
        }
        return new ResultList(version, checksums);
    }

    private static void addFiles(JsonParser parser, Map<String, String> checksums) throws IOException {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            Map<String, String> texts = new HashMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                if (parser.nextToken() == JsonToken.VALUE_STRING) {
                    texts.put(field, parser.getText());
                }
                parser.skipChildren();
            }
            if (texts.containsKey("name")) {
                checksums.put(texts.get("name"), texts.getOrDefault("sha256", ""));
            }
        }
    }

    /** Whether a file in the list is no longer as it was written. */
    boolean isChanged(Path file) throws IOException {
        String written = checksums.getOrDefault(file.getFileName().toString(), "");
        return !written.isEmpty() && !written.equals(Checksum.ofFile(file));
    }
}
