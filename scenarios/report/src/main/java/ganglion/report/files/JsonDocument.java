package ganglion.report.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.InputException;
import ganglion.documents.JsonFault;
import ganglion.documents.Problem;
import ganglion.documents.ReadFault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** JSON documents of Ganglion. The first field, {@code format}, says which kind of document it is. */
public final class JsonDocument {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            // The JVM gives the methods of a type in no order that holds from one process to the next.
            .enable(
                    MapperFeature.SORT_PROPERTIES_ALPHABETICALLY,
                    MapperFeature.SORT_CREATOR_PROPERTIES_BY_DECLARATION_ORDER)
            .addModule(new UnknownValues())
            .build();

    private JsonDocument() {}

    /** A document with its format and the version of the format, and nothing else yet. */
    public static ObjectNode start(String format, int version) {
        return JsonNodeFactory.instance.objectNode().put("format", format).put("formatVersion", version);
    }

    /** A record, or a list of records, as JSON: components in their order, then other properties by their names, null for a number that is none or is not known. */
    public static <T extends JsonNode> T bound(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** Writes a document, indented, with a line break at its end. */
    public static void write(JsonNode document, Path file) throws IOException {
        Files.writeString(file, document.toPrettyString() + "\n");
    }

    /** Whether a file is a JSON document of a format. */
    public static boolean isOf(Path document, String format) {
        if (!Files.isRegularFile(document)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(document);
                JsonParser parser = new JsonFactory().createParser(in)) {
            return parser.nextToken() == JsonToken.START_OBJECT
                    && "format".equals(parser.nextFieldName())
                    && format.equals(parser.nextTextValue());
        } catch (IOException e) {
            // Not JSON, or not readable: not a document of Ganglion.
            return false;
        }
    }

    /**
     * Reads a document that may have been changed since it was written.
     *
     * @param mostBytes limit of its size
     * @throws InputException if it is larger, no JSON, or cannot be read
     */
    public static JsonNode read(Path file, long mostBytes) throws InputException {
        try {
            long bytes = Files.size(file);
            if (bytes > mostBytes) {
                throw refusal(
                        file, String.format(Locale.ROOT, "found %,d bytes, expected at most %,d", bytes, mostBytes));
            }
            try (InputStream in = Files.newInputStream(file)) {
                return MAPPER.readTree(in);
            }
        } catch (JsonProcessingException e) {
            throw new InputException(new Problem(file.toString(), JsonFault.line(e), "", JsonFault.message(e)));
        } catch (IOException e) {
            throw refusal(file, "cannot be read: " + ReadFault.reason(e));
        }
    }

    /** A one-line error about a file or a directory. */
    public static InputException refusal(Path place, String message) {
        return new InputException(place, message);
    }
}
