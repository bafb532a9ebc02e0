package ganglion.documents.key;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import ganglion.documents.place.Place;

/**
 * A text.
 *
 * @param title what messages expect
 * @param definition name of the definition that all uses refer to; empty if each use has its own
 * @param pattern a regular expression that it matches; empty for any text
 * @param least characters at least; 0 for no bound
 * @param most characters at most; 0 for no bound
 */
public record TextType(String title, String definition, String pattern, int least, int most) implements Type<String> {

    /** The same text, matching a regular expression. */
    public TextType matching(String expression) {
        return new TextType(title, definition, expression, least, most);
    }

    /** The same text, with a number of characters; 0 for no bound. */
    public TextType length(int from, int to) {
        return new TextType(title, definition, pattern, from, to);
    }

    /** The same text, whose schema is a definition that all uses refer to. */
    public TextType named(String name) {
        return new TextType(title, name, pattern, least, most);
    }

    @Override
    public String title(JsonNode example) {
        return title;
    }

    @Override
    public void writeSchema(ObjectNode into, Definitions definitions) {
        if (definition.isEmpty()) {
            writeBody(into);
        } else {
            definitions.refer(definition, into, body -> writeBody(body.put("title", title)));
        }
    }

    private void writeBody(ObjectNode into) {
        into.put("type", "string");
        if (!pattern.isEmpty()) {
            into.put("pattern", pattern);
        }
        if (least > 0) {
            into.put("minLength", least);
        }
        if (most > 0) {
            into.put("maxLength", most);
        }
    }

    @Override
    public String read(Place place) {
        return place.text();
    }

    @Override
    public JsonNode write(String value) {
        return TextNode.valueOf(value);
    }
}
