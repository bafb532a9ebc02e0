package ganglion.documents.key;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.place.Place;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An object whose keys the document chooses, such as names of populations. Values are in the order of the document.
 *
 * @param title what messages expect: {@code lists of units by population}
 * @param name what a key must be; any text if absent
 * @param value type of the values
 * @param least keys at least; 0 for no bound
 * @param <T> a value in Java
 */
public record MapType<T>(String title, Optional<Type<String>> name, Type<T> value, int least)
        implements Type<Map<String, T>> {

    /** The same map, with at least a number of keys. */
    public MapType<T> atLeast(int keys) {
        return new MapType<>(title, name, value, keys);
    }

    /** The same map, whose keys must follow a type. */
    public MapType<T> by(Type<String> names) {
        return new MapType<>(title, Optional.of(names), value, least);
    }

    @Override
    public String title(JsonNode example) {
        return title;
    }

    @Override
    public void writeSchema(ObjectNode into, Definitions definitions) {
        into.put("type", "object");
        name.ifPresent(names -> {
            String expected = names.title(MissingNode.getInstance());
            names.writeSchema(into.putObject("propertyNames").put("title", expected), definitions);
        });
        if (least > 0) {
            into.put("minProperties", least);
        }
        ObjectNode values = into.putObject("additionalProperties");
        String expected = value.title(MissingNode.getInstance());
        if (!expected.isEmpty()) {
            values.put("title", expected);
        }
        value.writeSchema(values, definitions);
    }

    @Override
    public Map<String, T> read(Place place) {
        Map<String, T> values = new LinkedHashMap<>();
        place.node().fieldNames().forEachRemaining(key -> values.put(key, value.read(place.at(key))));
        return Collections.unmodifiableMap(values);
    }

    @Override
    public JsonNode write(Map<String, T> values) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        values.forEach((key, each) -> object.set(key, value.write(each)));
        return object;
    }
}
