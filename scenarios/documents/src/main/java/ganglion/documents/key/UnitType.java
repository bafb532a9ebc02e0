package ganglion.documents.key;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import ganglion.documents.place.Place;
import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.Quantity;
import ganglion.documents.quantity.QuantityFormat;
import java.util.Set;
import java.util.function.Function;

/**
 * A number with a unit. Its title is made of the example of the key: {@code a time such as 20 ms}.
 *
 * @param description with its article: {@code a time}
 * @param definition name of the definition that all uses refer to
 * @param units as messages list them and the pattern takes them; the micro sign may stand for {@code u}
 * @param example for messages about values that no key names
 * @param reader reads a value whose unit the schema has checked
 * @param writer a value as a document has it
 * @param <T> the value in Java
 */
public record UnitType<T>(
        String description,
        String definition,
        String units,
        String example,
        Function<Place, T> reader,
        Function<T, String> writer)
        implements Type<T> {

    /** Units that stand in the singular after a 1. */
    private static final Set<String> WORDS = Set.of("ticks", "cycles");

    /** A quantity in the base unit of its dimension (seconds, joules, ...). */
    static UnitType<Double> of(Dimension dimension, String definition, String example) {
        return new UnitType<>(
                dimension.description(),
                definition,
                String.join(", ", dimension.factorByUnit().keySet()),
                example,
                place -> place.quantity(dimension, 1),
                value -> written(value, dimension));
    }

    /** With a prefix if that reads as the same number, else in the base unit. */
    private static String written(double value, Dimension dimension) {
        String prefixed = QuantityFormat.exact(value, dimension.baseUnit());
        String unit = prefixed.substring(prefixed.lastIndexOf(' ') + 1).replace('\u00b5', 'u');
        boolean same = dimension.factorByUnit().containsKey(unit)
                && Quantity.parse(prefixed, dimension).value() == value;
        return same ? prefixed : value + " " + dimension.baseUnit();
    }

    /** A time in ticks of the document's clock, read by one of the ways that {@link Place} has. */
    static <T> UnitType<T> ofTicks(Function<Place, T> reader, Function<T, String> writer) {
        String units = String.join(", ", Dimension.TIME.factorByUnit().keySet()) + ", ticks";
        return new UnitType<>("a time", "time", units, "2 ms or 3 ticks", reader, writer);
    }

    @Override
    public String title(JsonNode ofKey) {
        return ofKey.isTextual() ? description + " such as " + ofKey.textValue() : "";
    }

    @Override
    public void writeSchema(ObjectNode into, Definitions definitions) {
        definitions.refer(
                definition,
                into,
                body -> body.put("title", description + " such as " + example + " (" + units + ")")
                        .put("type", "string")
                        .put(
                                "pattern",
                                "^\\s*\\+?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?\\s*(" + unitPattern() + ")\\s*$"));
    }

    private String unitPattern() {
        StringBuilder pattern = new StringBuilder();
        for (String unit : units.split(", ")) {
            pattern.append(pattern.isEmpty() ? "" : "|").append(WORDS.contains(unit) ? unit + "?" : unit);
            if (unit.startsWith("u")) {
                String rest = unit.substring(1);
                pattern.append("|\u00b5").append(rest).append("|\u03bc").append(rest);
            }
        }
        return pattern.toString();
    }

    @Override
    public T read(Place place) {
        return reader.apply(place);
    }

    @Override
    public JsonNode write(T value) {
        return TextNode.valueOf(writer.apply(value));
    }
}
