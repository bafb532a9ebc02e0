package ganglion.documents.key;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ganglion.documents.DocumentReader;
import ganglion.documents.InputException;
import java.nio.charset.StandardCharsets;

/** Values of declarations as a document writes them. */
final class JsonValues {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private JsonValues() {}

    /** A text, number, truth value, list or map as a tree. */
    static JsonNode of(Object value) {
        return MAPPER.valueToTree(value);
    }

    /**
     * The tree of a YAML or JSON text in a declaration.
     *
     * @throws IllegalArgumentException if it is neither
     */
    static JsonNode parse(String yaml) {
        try {
            return new DocumentReader()
                    .read("declaration", yaml.getBytes(StandardCharsets.UTF_8))
                    .root();
        } catch (InputException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
