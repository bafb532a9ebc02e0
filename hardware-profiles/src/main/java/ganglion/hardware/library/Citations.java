package ganglion.hardware.library;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.Suggestions;
import ganglion.documents.key.Definitions;
import ganglion.documents.key.Type;
import ganglion.documents.place.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The sources of a profile. They are read first; figures refer to them by their keys.
 *
 * @param byKey full citation of each key, in the order of the document
 */
record Citations(Map<String, String> byKey) {

    /** An object with a citation per key. */
    static final Type<Citations> TYPE = new CitationsType();

    private static final String KEY_PATTERN = "^[a-z0-9]+(-[a-z0-9]+)*$";

    /** The citation that a value names; a stand-in, and a problem at the value, if there is none. */
    static String named(Place key) {
        Map<String, String> known = key.reading().context(Citations.class).byKey();
        String citation = known.get(key.text());
        if (citation == null) {
            key.problem("found \"" + key.text() + "\", expected a key of /sources: " + String.join(", ", known.keySet())
                    + Suggestions.hint(key.text(), List.copyOf(known.keySet())));
            return "unknown";
        }
        return citation;
    }

    private static final class CitationsType implements Type<Citations> {

        @Override
        public String title(JsonNode example) {
            return "an object with a citation per key";
        }

        @Override
        public void writeSchema(ObjectNode into, Definitions definitions) {
            into.put("type", "object").put("minProperties", 1);
            into.putObject("propertyNames").put("pattern", KEY_PATTERN);
            ProfileTypes.LINE.writeSchema(into.putObject("additionalProperties"), definitions);
        }

        @Override
        public Citations read(Place place) {
            Map<String, String> byKey = new LinkedHashMap<>();
            place.node()
                    .properties()
                    .forEach(entry -> byKey.put(entry.getKey(), entry.getValue().textValue()));
            return new Citations(byKey);
        }
    }
}
