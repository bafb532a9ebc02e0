package ganglion.hardware.library;

import static ganglion.documents.key.Types.integer;

import ganglion.documents.key.MappedType;
import ganglion.documents.key.Type;
import ganglion.documents.key.UnitType;
import ganglion.documents.place.Place;
import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.Quantity;
import ganglion.hardware.chip.OperatingPoint;
import ganglion.hardware.figure.Figure;
import ganglion.hardware.library.OperatingPointKeys.PointScale;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The value of a figure.
 *
 * @param text as written, with its unit; in seconds for a time in cycles
 * @param number in the base unit of the dimension
 * @param dimension what it measures
 * @param remark where it comes from, if that is not what is written; else empty
 */
record FigureValue(String text, double number, Dimension dimension, String remark) {

    private static final Pattern CYCLES = Pattern.compile("\\s*\\+?(\\S+?)\\s*cycles?\\s*");

    /** Far beyond every device, and far enough from the ends of a double to multiply with. */
    private static final double MOST = 1e18;

    private static final String BOUNDS = "at most 1e18, and 0 or at least 1e-30";

    private static boolean isBounded(double number) {
        return number <= MOST && (number == 0 || Math.abs(number) >= 1e-30);
    }

    /** A number with a unit of one of some dimensions. */
    static Type<FigureValue> quantity(String definition, Dimension... dimensions) {
        return type(definition, units(dimensions), place -> parse(place, dimensions), dimensions);
    }

    /** A time, in seconds or in cycles of the profile's clock. */
    static Type<FigureValue> time() {
        return type("time", units(Dimension.TIME) + ", cycles", FigureValue::parseTime, Dimension.TIME);
    }

    /** A whole number of things. */
    static Type<FigureValue> count() {
        return new MappedType<>(
                integer().from(1).to(Integer.MAX_VALUE), place -> parse(place, Dimension.COUNT), value ->
                        (int) value.number());
    }

    private static Type<FigureValue> type(
            String definition, String units, Function<Place, FigureValue> reader, Dimension... dimensions) {
        String description =
                Arrays.stream(dimensions).map(Dimension::description).collect(Collectors.joining(" or "));
        return new UnitType<>(description, definition, units, dimensions[0].example(), reader, FigureValue::text);
    }

    private static String units(Dimension... dimensions) {
        return Arrays.stream(dimensions)
                .flatMap(dimension -> dimension.factorByUnit().keySet().stream())
                .collect(Collectors.joining(", "));
    }

    private static FigureValue parseTime(Place place) {
        Matcher cycles = CYCLES.matcher(place.text());
        if (!cycles.matches()) {
            return parse(place, Dimension.TIME);
        }
        OperatingPoint point = place.reading().context(PointScale.class).used();
        if (point.clock().isEmpty()) {
            place.problem(
                    "found \"" + place.text() + "\", expected a clock in operating-point beside it, or a time such as "
                            + Dimension.TIME.example());
            return new FigureValue(place.text(), 1, Dimension.TIME, "");
        }
        Figure clock = point.clock().get().figure();
        double seconds = Double.parseDouble(cycles.group(1)) / clock.value();
        if (!isBounded(seconds)) {
            place.problem("found \"" + place.text() + "\", expected " + BOUNDS + " seconds");
            return new FigureValue(place.text(), 1, Dimension.TIME, "");
        }
        return new FigureValue(
                Figure.computed(seconds, Dimension.TIME),
                seconds,
                Dimension.TIME,
                place.text().strip() + " at " + clock.text());
    }

    private static FigureValue parse(Place place, Dimension... dimensions) {
        String text = place.node().asText();
        String problem = "";
        for (Dimension dimension : dimensions) {
            try {
                double number = Quantity.parse(text, dimension).value();
                if (isBounded(number)) {
                    return new FigureValue(text, number, dimension, "");
                }
                problem = "found \"" + text + "\", expected " + BOUNDS + " " + dimension.baseUnit();
                break;
            } catch (IllegalArgumentException e) {
                problem = e.getMessage();
            }
        }
        place.problem(problem);
        return new FigureValue(text, 1, dimensions[0], "");
    }

    /** Whether it lies between two others of the same dimension. */
    boolean isWithin(List<FigureValue> ends) {
        return ends.stream().allMatch(end -> end.dimension() == dimension)
                && ends.get(0).number() <= number
                && number <= ends.get(1).number();
    }
}
