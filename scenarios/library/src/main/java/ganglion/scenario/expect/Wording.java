package ganglion.scenario.expect;

import ganglion.hardware.quantity.QuantityFormat;
import ganglion.scenario.Expectation.Bounds;
import java.util.OptionalInt;
import java.util.function.DoubleFunction;

/** Puts figures and limits into words. */
final class Wording {

    /** Enough to tell a figure from the limit that it just missed. */
    private static final int DIGITS = 6;

    private Wording() {}

    static String count(double count) {
        return QuantityFormat.format(count, "", 15);
    }

    static String energy(double joules) {
        return QuantityFormat.format(joules, "J", DIGITS);
    }

    static String time(double seconds) {
        return QuantityFormat.format(seconds, "s", DIGITS);
    }

    /** A population, or a neuron of it. */
    static String neurons(String population, OptionalInt neuron) {
        return neuron.isPresent() ? "neuron " + neuron.getAsInt() + " of " + population : population;
    }

    /** {@code 10 to 40}, {@code at least 10}, {@code 12}. */
    static String inclusive(Bounds bounds, DoubleFunction<String> format) {
        if (bounds.lowest() == bounds.highest()) {
            return format.apply(bounds.lowest());
        }
        if (Double.isInfinite(bounds.highest())) {
            return "at least " + format.apply(bounds.lowest());
        }
        return bounds.lowest() <= 0
                ? "at most " + format.apply(bounds.highest())
                : format.apply(bounds.lowest()) + " to " + format.apply(bounds.highest());
    }

    /** {@code below 50 uJ} or {@code above 1 nJ}. */
    static String exclusive(Bounds bounds, String above, String below, DoubleFunction<String> format) {
        return Double.isInfinite(bounds.lowest())
                ? below + " " + format.apply(bounds.highest())
                : above + " " + format.apply(bounds.lowest());
    }
}
