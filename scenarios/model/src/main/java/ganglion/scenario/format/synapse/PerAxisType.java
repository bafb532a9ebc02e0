package ganglion.scenario.format.synapse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.key.Definitions;
import ganglion.documents.key.IntegerType;
import ganglion.documents.key.ListType;
import ganglion.documents.key.Type;
import ganglion.documents.place.Place;
import java.util.List;

/**
 * A number for each dimension of a convolution, or one for all. In Java one for all is there twice.
 *
 * @param number what each may be
 */
record PerAxisType(IntegerType number) implements Type<List<Integer>> {

    /** One number for all dimensions. */
    static List<Integer> all(int number) {
        return List.of(number, number);
    }

    /** One number for all dimensions if they are equal. */
    static List<Integer> shortest(List<Integer> each) {
        return each.stream().distinct().count() == 1 ? all(each.get(0)) : each;
    }

    @Override
    public String title(JsonNode example) {
        return "a number, or one for each dimension";
    }

    @Override
    public void writeSchema(ObjectNode into, Definitions definitions) {
        number.writeSchema(into, definitions);
        into.putArray("type").add("integer").add("array");
        into.put("minItems", 1).put("maxItems", 2);
        number.writeSchema(into.putObject("items"), definitions);
    }

    @Override
    public List<Integer> read(Place place) {
        return place.node().isArray()
                ? place.elements().stream().map(number::read).toList()
                : all(number.read(place));
    }

    @Override
    public JsonNode write(List<Integer> value) {
        return value.equals(all(value.get(0)))
                ? number.write(value.get(0))
                : new ListType<>("", number, "", 1, 2, false).write(value);
    }
}
