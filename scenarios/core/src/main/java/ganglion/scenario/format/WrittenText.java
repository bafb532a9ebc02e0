package ganglion.scenario.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a file says, in one short line as one would write it by hand. */
final class WrittenText {

    /** More is cut off: lists of a value for each neuron can be long. */
    private static final int MOST_LETTERS = 400;

    private static final int MOST_ELEMENTS = 6;

    private WrittenText() {}

    /** The members of an object, those that are objects in braces: {@code time-constant: 20 ms, reset: value}. */
    static String of(JsonNode object) {
        String text = members(object);
        return text.length() <= MOST_LETTERS ? text : text.substring(0, MOST_LETTERS) + " \u2026";
    }

    private static String members(JsonNode object) {
        List<String> members = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            members.add(field.getKey() + ": " + value(field.getValue()));
        }
        return String.join(", ", members);
    }

    private static String value(JsonNode node) {
        if (node.isObject()) {
            return "{" + members(node) + "}";
        }
        if (node.isArray()) {
            List<String> elements = new ArrayList<>();
            for (int i = 0; i < Math.min(MOST_ELEMENTS, node.size()); i++) {
                elements.add(value(node.get(i)));
            }
            return "[" + String.join(", ", elements) + (node.size() > MOST_ELEMENTS ? ", \u2026" : "") + "]";
        }
        return node.asText();
    }
}
