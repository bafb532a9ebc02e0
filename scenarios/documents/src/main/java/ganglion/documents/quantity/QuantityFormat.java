package ganglion.documents.quantity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Writes human-readable quantities: the prefix that leaves one to three digits before the point, and no more significant
 * digits than asked for. The same text in every locale.
 */
public final class QuantityFormat {

    /** What an energy computed from figures of three digits can bear. */
    public static final int DEFAULT_DIGITS = 3;

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
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_UP));
        if (unit.isEmpty()) {
            return plain(rounded);
        }
        int prefix = prefixPosition(rounded);
        String number = plain(rounded.scaleByPowerOfTen(-3 * (prefix - UNIT_POSITION)));
        return number + " " + String.valueOf(PREFIXES.charAt(prefix)).trim() + unit;
    }

    private static int prefixPosition(BigDecimal rounded) {
        if (rounded.signum() == 0) {
            return UNIT_POSITION;
        }
        int exponent = rounded.precision() - rounded.scale() - 1;
        int position = UNIT_POSITION + Math.floorDiv(exponent, 3);
        return Math.max(0, Math.min(PREFIXES.length() - 1, position));
    }

    private static String plain(BigDecimal number) {
        if (number.signum() == 0) {
            return "0";
        }
        BigDecimal shortest = number.stripTrailingZeros();
        return Math.abs(shortest.scale()) > MOST_PLACES ? shortest.toString() : shortest.toPlainString();
    }
}
