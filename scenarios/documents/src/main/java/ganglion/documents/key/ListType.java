package ganglion.documents.key;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.place.Place;
import java.util.List;

/**
 * A list of values of one type.
 *
 * @param title what messages expect: {@code a list of inputs}
 * @param element type of the elements
 * @param elementTitle what messages expect of an element; empty to take it from the type
 * @param least elements at least; 0 for no bound
 * @param most elements at most; 0 for no bound
 * @param different whether no two elements are equal
 * @param <T> an element in Java
 */
public record ListType<T>(String title, Type<T> element, String elementTitle, int least, int most, boolean different)
        implements Type<List<T>> {

    /** The same list, with a number of elements; 0 for no bound. */
    public ListType<T> size(int from, int to) {
        return new ListType<>(title, element, elementTitle, from, to, different);
    }

    /** The same list, with each element once. */
    public ListType<T> ofDifferent() {
        return new ListType<>(title, element, elementTitle, least, most, true);
    }

    /** The same list, with what messages expect of an element. */
    public ListType<T> each(String expected) {
        return new ListType<>(title, element, expected, least, most, different);
    }

    @Override
    public String title(JsonNode example) {
        return title;
    }

    @Override
    public void writeSchema(ObjectNode into, Definitions definitions) {
        into.put("type", "array");
        if (least > 0) {
            into.put("minItems", least);
        }
        if (most > 0) {
            into.put("maxItems", most);
        }
        writeItems(into.putObject("items"), definitions);
        if (different) {
            into.put("uniqueItems", true);
        }
    }

    private void writeItems(ObjectNode items, Definitions definitions) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        element.writeSchema(body, definitions);
        String own = elementTitle.isEmpty() ? element.title(MissingNode.getInstance()) : elementTitle;
        if (!own.isEmpty() && (!body.has("$ref") || !elementTitle.isEmpty())) {
            items.put("title", own);
        }
        items.setAll(body);
    }

    @Override
    public List<T> read(Place place) {
        return place.elements().stream().map(element::read).toList();
    }

    @Override
    public JsonNode write(List<T> value) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        value.forEach(each -> list.add(element.write(each)));
        return list;
    }
}
