package ganglion.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The words that a {@code oneOf} accepts for the key that names the kind of an object. Each alternative has a constant for that
 * key.
 *
 * @param key the key that names the kind
 * @param words the words, in the order of the schema
 */
record KindWords(String key, List<String> words) {

    /** The words that an error is about: one of a choice of kinds, where the object has a word that is none of them. */
    static Optional<KindWords> of(Error error) {
        JsonNode object = error.getInstanceNode();
        if (!error.getKeyword().equals("oneOf") || object == null || !object.isObject()) {
            return Optional.empty();
        }
        for (String key : (Iterable<String>) object::fieldNames) {
            List<String> words = constants(error.getSchemaNode(), key);
            if (!words.isEmpty() && !words.contains(object.get(key).asText())) {
                return Optional.of(new KindWords(key, words));
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
