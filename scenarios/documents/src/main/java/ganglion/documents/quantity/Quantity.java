package ganglion.documents.quantity;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number with its dimension, in that dimension's base unit.
 *
 * @param value finite, in the base unit (joules, seconds, watts, hertz, bytes)
 * @param dimension what is measured
 */
public record Quantity(double value, Dimension dimension) {

    private static final Pattern TEXT =
            Pattern.compile("\\s*([+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?)\\s*([a-zA-Zµμ]*)\\s*");

    /** @throws IllegalArgumentException if the value is infinite or not a number */
    public Quantity {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a quantity must be finite, not " + value);
        }
    }

    /**
     * Reads a number followed by a unit, with or without a space between them. The micro sign may stand for {@code u}.
     *
     * @throws IllegalArgumentException saying what was found and what was expected, in one line
     */
    public static Quantity parse(String text, Dimension dimension) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw unreadable(text, dimension);
        }
        String unit = matcher.group(2).replace('µ', 'u').replace('μ', 'u');
        Double factor = dimension.factorByUnit().get(unit);
        if (factor == null) {
            throw unreadable(text, dimension);
        }
        double value = scale(matcher.group(1), factor);
        if (!Double.isFinite(value)) {
            throw unreadable(text, dimension);
        }
        return new Quantity(value, dimension);
    }

    /** Multiplies in decimals, so that 4.1 ns is the same as 4.1e-9 to the last bit. */
    private static double scale(String number, double factor) {
        double plain = Double.parseDouble(number);
        return plain == 0 || !Double.isFinite(plain)
                ? plain
                : new BigDecimal(number).multiply(BigDecimal.valueOf(factor)).doubleValue();
    }

    private static IllegalArgumentException unreadable(String text, Dimension dimension) {
        String units = String.join(", ", dimension.factorByUnit().keySet());
        return new IllegalArgumentException(String.format(
                Locale.ROOT,
                "found \"%s\", expected %s such as %s%s",
                text,
                dimension.description(),
                dimension.example(),
                units.isEmpty() ? "" : " (" + units + ")"));
    }

    /** The value, human-readable, with three significant digits, such as {@code 23.6 pJ}. */
    @Override
    public String toString() {
        return QuantityFormat.format(value, dimension);
    }
}
