package ganglion.hardware.figure;

import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/** Values as text, with two digits, and with more only where their interval allows it. */
public final class IntervalText {

    /** With one digit, values that differ by half look alike. */
    private static final int LEAST_DIGITS = 2;

    private IntervalText() {}

    /** Such as {@code 12 uJ (9 to 15 uJ)}; the value alone if its error is unknown or too small to show. */
    public static String of(double value, Optional<Interval> interval, Dimension dimension) {
        if (interval.isEmpty() || interval.get().isExact()) {
            return QuantityFormat.format(value, dimension);
        }
        int digits = digits(value, interval.get());
        String unit = dimension.baseUnit();
        String low = QuantityFormat.format(interval.get().low(), unit, digits);
        String high = QuantityFormat.format(interval.get().high(), unit, digits);
        String text = QuantityFormat.format(value, unit, digits);
        return low.equals(high) ? text : text + " (" + low + " to " + high + ")";
    }

    /** The value alone, with the digits that its interval allows; with two where nothing is known of its error. */
    public static String rounded(double value, Optional<Interval> interval, Dimension dimension) {
        int digits = interval.map(known -> digits(value, known)).orElse(LEAST_DIGITS);
        return QuantityFormat.format(value, dimension.baseUnit(), digits).strip();
    }

    /** As few as the interval allows, and more where rounding would move the value out of its own interval. */
    private static int digits(double value, Interval interval) {
        int digits = Math.max(LEAST_DIGITS, interval.significantDigits());
        while (digits < QuantityFormat.DEFAULT_DIGITS && !holds(interval, value, digits)) {
            digits++;
        }
        return digits;
    }

    private static boolean holds(Interval interval, double value, int digits) {
        double rounded = new BigDecimal(value)
                .round(new MathContext(digits, RoundingMode.HALF_UP))
                .doubleValue();
        return interval.low() <= rounded && rounded <= interval.high();
    }
}
