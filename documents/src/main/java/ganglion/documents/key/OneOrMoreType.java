package ganglion.documents.key;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.place.Place;
import java.util.List;

/**
 * One text, or a list of at least one.
 *
 * @param title what messages expect
 * @param element type of the texts; not empty
 * @param <T> an element in Java
 */
record OneOrMoreType<T>(String title, Type<T> element) implements Type<List<T>> {

    @Override
    public String title(JsonNode example) {
        return title;
    }

    @Override
    public void writeSchema(ObjectNode into, Definitions definitions) {
        into.putArray("type").add("string").add("array");
        into.put("minLength", 1).put("minItems", 1);
        ObjectNode items = into.putObject("items");
        element.writeSchema(items, definitions);
        String expected = element.title(MissingNode.getInstance());
        if (!items.has("$ref") && !expected.isEmpty()) {
            items.put("title", expected);
        }
    }

    @Override
    public List<T> read(Place place) {
        return place.node().isArray()
                ? place.elements().stream().map(element::read).toList()
                : List.of(element.read(place));
    }

    @Override
    public JsonNode write(List<T> value) {
        return value.size() == 1
                ? element.write(value.get(0))
                : new ListType<>(title, element, "", 1, 0, false).write(value);
    }
}
