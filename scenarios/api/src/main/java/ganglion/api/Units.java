package ganglion.api;

import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.Quantity;
import java.math.BigDecimal;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Times and frequencies, to be imported statically: {@code import static ganglion.api.Units.*;}
 *
 * <p>Potentials, currents and capacitances are plain numbers. Those in millivolts, picoamperes and picofarads fit together; a network may as well be
 * in other units, such as thresholds of 1, as long as its thresholds and weights are in the same.
 */
@API(status = Status.STABLE, since = "0.2")
public final class Units {

    private Units() {}

    /** A time in seconds. */
    public static TimeSpan seconds(double value) {
        return new TimeSpan(decimal(value) + " s");
    }

    /** A time in milliseconds. */
    public static TimeSpan millis(double value) {
        return new TimeSpan(decimal(value) + " ms");
    }

    /** A time in microseconds. */
    public static TimeSpan micros(double value) {
        return new TimeSpan(decimal(value) + " us");
    }

    /** A time in ticks of the network's clock. */
    public static TimeSpan ticks(long value) {
        return new TimeSpan(value + (value == 1 ? " tick" : " ticks"));
    }

    /** A frequency in hertz. */
    public static Frequency hertz(double value) {
        return new Frequency(decimal(value) + " Hz");
    }

    /** A frequency in kilohertz. */
    public static Frequency kilohertz(double value) {
        return new Frequency(decimal(value) + " kHz");
    }

    /** A number in decimals, without an exponent. */
    private static String decimal(double value) {
        if (!Double.isFinite(value)) {
            throw new GanglionException("found " + value + ", expected a finite number");
        }
        BigDecimal exact = BigDecimal.valueOf(value);
        return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
    }

    static void check(String text, Dimension dimension) {
        try {
            if (Quantity.parse(text, dimension).value() < 0) {
                throw new GanglionException("found " + text + ", expected at least 0");
            }
        } catch (IllegalArgumentException e) {
            throw new GanglionException(e.getMessage());
        }
    }
}
