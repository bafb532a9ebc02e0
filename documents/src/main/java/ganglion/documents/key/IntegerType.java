package ganglion.documents.key;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.place.Place;

/**
 * A whole number within bounds, of 32 bits.
 *
 * @param bounds what it may be
 */
public record IntegerType(Bounds bounds) implements Type<Integer> {

    /** At least a number. */
    public IntegerType from(int least) {
        return new IntegerType(bounds.from(least));
    }

    /** At most a number. */
    public IntegerType to(int most) {
        return new IntegerType(bounds.to(most));
    }

    @Override
    public String title(JsonNode example) {
        return bounds.title("a whole number");
    }

    @Override
    public void writeSchema(ObjectNode into, Definitions definitions) {
        into.put("type", "integer");
        bounds.write(into);
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
