package ganglion.documents.key;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.place.Place;

/**
 * A whole number within bounds, of 32 bits.
 *
 * @param bounds what it may be
 * @param factor what it must be a multiple of; 1 for any number
 */
public record IntegerType(Bounds bounds, int factor) implements Type<Integer> {

    /** Any whole number within bounds. */
    public IntegerType(Bounds bounds) {
        this(bounds, 1);
    }

    /** At least a number. */
    public IntegerType from(int least) {
        return new IntegerType(bounds.from(least), factor);
    }

    /** At most a number. */
    public IntegerType to(int most) {
        return new IntegerType(bounds.to(most), factor);
    }

    /** A multiple of a number. */
    public IntegerType multipleOf(int number) {
        return new IntegerType(bounds, number);
    }

    @Override
    public String title(JsonNode example) {
        return bounds.title("a whole number");
    }

    @Override
    public void writeSchema(ObjectNode into, Definitions definitions) {
        into.put("type", "integer");
        bounds.write(into);
        if (factor != 1) {
            into.put("multipleOf", factor);
        }
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
