package ganglion.documents.key;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.place.Place;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The version of a format, counted from 1.
 *
 * @param newest the newest that this Ganglion knows
 */
record VersionType(int newest) implements Type<Integer> {

    @Override
    public String title(JsonNode example) {
        return IntStream.rangeClosed(1, newest)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(", ", "a version of the format that this Ganglion knows: ", ""));
    }

    @Override
    public void writeSchema(ObjectNode into, Definitions definitions) {
        ArrayNode known = into.put("type", "integer").putArray("enum");
        IntStream.rangeClosed(1, newest).forEach(known::add);
    }

    @Override
    public Integer read(Place place) {
        return place.node().intValue();
    }

    @Override
    public JsonNode write(Integer value) {
        return IntNode.valueOf(value);
    }
}
