package ganglion.documents.quantity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * Writes human-readable quantities: the prefix that leaves one to three digits before the point, and no more significant
 * digits than asked for. The same text in every locale.
 */
public final class QuantityFormat {

    /** What an energy computed from figures of three digits can bear. */
    public static final int DEFAULT_DIGITS = 3;

    private static final int DEVIATION_DIGITS = 2;

    /** Two decimals of 15 digits are never the same double. Two doubles may be the same decimal up to 16 digits. */
    private static final int FEWEST_EXACT_DIGITS = 15;

    private static final int MOST_EXACT_DIGITS = 17;
    private static final String PLUS_MINUS = " \u00b1 ";
    private static final String PREFIXES = "yzafpnµm kMGTPE";
    private static final int UNIT_POSITION = PREFIXES.indexOf(' ');
    /** Numbers with more digits behind or before the point have an exponent. */
    private static final int MOST_PLACES = 24;

    private static final String NOT_A_NUMBER = "unknown";

    private QuantityFormat() {}

    /** A value in the dimension's base unit with three significant digits: {@code 2.36e-11} joules is {@code 23.6 pJ}. */
    public static String format(double value, Dimension dimension) {
        return format(value, dimension.baseUnit(), DEFAULT_DIGITS);
    }

    /**
     * A value with as many significant digits as asked for; zeros at the end are left out.
     *
     * @param unit base unit that the prefix is put before; empty for a plain number, which gets no prefix
     * @param digits at least 1
     * @return {@code unknown} if the value is not a number
     */
    public static String format(double value, String unit, int digits) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? NOT_A_NUMBER : value + " " + unit;
        }
        BigDecimal rounded = rounded(value, digits);
        if (unit.isEmpty()) {
            return plain(rounded);
        }
        int prefix = prefixPosition(rounded, unit);
        return scaled(rounded, prefix) + " " + prefixed(prefix, unit);
    }

    /**
     * A value with as few significant digits as read back to the same bits, and a prefix: {@code 40 ms}.
     *
     * @param value finite
     * @param unit base unit that the prefix is put before
     */
    public static String exact(double value, String unit) {
        int digits = FEWEST_EXACT_DIGITS;
        while (digits < MOST_EXACT_DIGITS && rounded(value, digits).doubleValue() != value) {
            digits++;
        }
        return format(value, unit, digits);
    }

    /**
     * A mean with its standard deviation, both with the prefix of the mean: {@code 9.3 \u00b1 0.84 Hz}.
     *
     * @param unit base unit that the prefix is put before; empty for plain numbers
     * @param digits significant digits of the mean, at least 1; the deviation has two
     */
    public static String formatWithDeviation(double mean, double deviation, String unit, int digits) {
        if (!Double.isFinite(mean) || !Double.isFinite(deviation)) {
            return format(mean, unit, digits) + PLUS_MINUS + format(deviation, unit, DEVIATION_DIGITS);
        }
        BigDecimal middle = rounded(mean, digits);
        BigDecimal spread = rounded(deviation, DEVIATION_DIGITS);
        if (unit.isEmpty()) {
            return plain(middle) + PLUS_MINUS + plain(spread);
        }
        int prefix = prefixPosition(middle.signum() == 0 ? spread : middle, unit);
        return scaled(middle, prefix) + PLUS_MINUS + scaled(spread, prefix) + " " + prefixed(prefix, unit);
    }

    /** A count with its thousands apart: {@code 12 500}. */
    public static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count).replace(',', ' ');
    }

    /** A count of things: {@code 1 cycle}, {@code 12 500 cycles}. */
    public static String count(long count, String thing) {
        return count(count) + " " + thing + (count == 1 ? "" : "s");
    }

    private static BigDecimal rounded(double value, int digits) {
        return new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_UP));
    }

    private static String scaled(BigDecimal rounded, int prefix) {
        return plain(rounded.scaleByPowerOfTen(-3 * (prefix - UNIT_POSITION)));
    }

    private static String prefixed(int prefix, String unit) {
        return String.valueOf(PREFIXES.charAt(prefix)).trim() + unit;
    }

    /** Rates below one a second have no prefix: mHz is hard to read beside Hz, and no document takes it. */
    private static int prefixPosition(BigDecimal rounded, String unit) {
        if (rounded.signum() == 0) {
            return UNIT_POSITION;
        }
        int exponent = rounded.precision() - rounded.scale() - 1;
        int position = UNIT_POSITION + Math.floorDiv(exponent, 3);
        int lowest = unit.equals(Dimension.FREQUENCY.baseUnit()) ? UNIT_POSITION : 0;
        return Math.max(lowest, Math.min(PREFIXES.length() - 1, position));
    }

    private static String plain(BigDecimal number) {
        if (number.signum() == 0) {
            return "0";
        }
        BigDecimal shortest = number.stripTrailingZeros();
        return Math.abs(shortest.scale()) > MOST_PLACES ? shortest.toString() : shortest.toPlainString();
    }
}
