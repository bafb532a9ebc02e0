package ganglion.documents.key;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.OptionalDouble;

/**
 * What a number may be.
 *
 * @param least smallest value, or what values must exceed
 * @param leastExcluded whether values must exceed it
 * @param most largest value, or what values must stay below
 * @param mostExcluded whether values must stay below it
 */
public record Bounds(OptionalDouble least, boolean leastExcluded, OptionalDouble most, boolean mostExcluded) {

    /** Any number. */
    public static final Bounds NONE = new Bounds(OptionalDouble.empty(), false, OptionalDouble.empty(), false);

    Bounds from(double value) {
        return new Bounds(OptionalDouble.of(value), false, most, mostExcluded);
    }

    Bounds above(double value) {
        return new Bounds(OptionalDouble.of(value), true, most, mostExcluded);
    }

    Bounds to(double value) {
        return new Bounds(least, leastExcluded, OptionalDouble.of(value), false);
    }

    Bounds below(double value) {
        return new Bounds(least, leastExcluded, OptionalDouble.of(value), true);
    }

    /** {@code a number from 0 to 1}, {@code a number above 0 and up to 1}, {@code a number above 0 and below 1}. */
    String title(String noun) {
        StringBuilder title = new StringBuilder(noun);
        least.ifPresent(value -> title.append(leastExcluded ? " above " : " from ")
                .append(NumberType.node(value).asText()));
        most.ifPresent(
                value -> title.append(upper()).append(NumberType.node(value).asText()));
        return title.toString();
    }

    private String upper() {
        if (least.isEmpty()) {
            return mostExcluded ? " below " : " up to ";
        }
        if (mostExcluded) {
            return leastExcluded ? " and below " : " to below ";
        }
        return leastExcluded ? " and up to " : " to ";
    }

    void write(ObjectNode schema) {
        least.ifPresent(value -> schema.set(leastExcluded ? "exclusiveMinimum" : "minimum", NumberType.node(value)));
        most.ifPresent(value -> schema.set(mostExcluded ? "exclusiveMaximum" : "maximum", NumberType.node(value)));
    }
}
