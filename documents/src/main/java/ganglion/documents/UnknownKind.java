package ganglion.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An object whose kind is named by a word that is none of the known ones. In a schema, kinds are the alternatives of a {@code
 * oneOf}, each with a constant for the same key.
 *
 * @param key the key that names the kind
 * @param words the known words, in the order of the schema
 */
record UnknownKind(String key, List<String> words) {

    /** The unknown kind that an error is about; empty if it is about something else. */
    static Optional<UnknownKind> of(Error error) {
        JsonNode object = error.getInstanceNode();
        if (!error.getKeyword().equals("oneOf") || object == null || !object.isObject()) {
            return Optional.empty();
        }
        for (String key : (Iterable<String>) object::fieldNames) {
            List<String> words = constants(error.getSchemaNode(), key);
            if (!words.isEmpty() && !words.contains(object.get(key).asText())) {
                return Optional.of(new UnknownKind(key, words));
            }
        }
        return Optional.empty();
    }

    /** The constants of a key in all alternatives; none if an alternative has no such constant. */
    private static List<String> constants(JsonNode alternatives, String key) {
        List<String> words = new ArrayList<>();
        for (JsonNode alternative : alternatives) {
            JsonNode constant = alternative.path("properties").path(key).path("const");
            if (!constant.isTextual()) {
                return List.of();
            }
            words.add(constant.textValue());
        }
        return words;
    }
}
