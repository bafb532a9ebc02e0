package ganglion.hardware;

import ganglion.hardware.figure.Interval;
import ganglion.hardware.quantity.Dimension;
import ganglion.hardware.quantity.QuantityFormat;
import java.util.Optional;

/** Values for people that show no more digits than their interval allows. */
public final class IntervalText {

    private IntervalText() {}

    /** Such as {@code 12 uJ (9 to 15 uJ)}; the value alone if nothing is known of its error, or the error does not show. */
    public static String of(double value, Optional<Interval> interval, Dimension dimension) {
        if (interval.isEmpty() || interval.get().isExact()) {
            return QuantityFormat.format(value, dimension);
        }
        int digits = interval.get().significantDigits();
        String unit = dimension.baseUnit();
        int digitsOfEnds = Math.max(2, digits);
        String low = QuantityFormat.format(interval.get().low(), unit, digitsOfEnds);
        String high = QuantityFormat.format(interval.get().high(), unit, digitsOfEnds);
        String text = QuantityFormat.format(value, unit, digits);
        return low.equals(high) ? text : text + " (" + low + " to " + high + ")";
    }
}
