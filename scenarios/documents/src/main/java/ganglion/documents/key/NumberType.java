package ganglion.documents.key;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.place.Place;

/**
 * A finite number within bounds.
 *
 * @param bounds what it may be
 */
public record NumberType(Bounds bounds) implements Type<Double> {

    /** Up to here every whole number is a double. */
    private static final double LARGEST_WHOLE = 0x1p53;

    /** At least a number. */
    public NumberType from(double least) {
        return new NumberType(bounds.from(least));
    }

    /** At most a number. */
    public NumberType to(double most) {
        return new NumberType(bounds.to(most));
    }

    /** More than a number. */
    public NumberType above(double limit) {
        return new NumberType(bounds.above(limit));
    }

    /** Less than a number. */
    public NumberType below(double limit) {
        return new NumberType(bounds.below(limit));
    }

    @Override
    public String title(JsonNode example) {
        return bounds.title("a number");
    }

    @Override
    public void writeSchema(ObjectNode into, Definitions definitions) {
        into.put("type", "number");
        bounds.write(into);
    }

    @Override
    public Double read(Place place) {
        return place.node().doubleValue();
    }

    @Override
    public JsonNode write(Double value) {
        return node(value);
    }

    /** A whole number without a point, but for the zero that has a sign to keep. */
    static JsonNode node(double value) {
        boolean negativeZero = value == 0 && Double.doubleToRawLongBits(value) != 0;
        if (negativeZero || value != Math.rint(value) || Math.abs(value) > LARGEST_WHOLE) {
            return DoubleNode.valueOf(value);
        }
        return Math.abs(value) <= Integer.MAX_VALUE ? IntNode.valueOf((int) value) : LongNode.valueOf((long) value);
    }
}
