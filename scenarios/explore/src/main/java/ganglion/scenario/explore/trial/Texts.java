package ganglion.scenario.explore.trial;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Values of a space as they are written into documents. */
final class Texts {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Texts() {}

    /** The value of a text that a dimension sets, which is JSON. */
    static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a dimension sets what is not JSON", e);
        }
    }
}
