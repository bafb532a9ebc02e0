package ganglion.scenario.expect;

import ganglion.documents.quantity.QuantityFormat;
import ganglion.kernel.time.Clock;
import ganglion.scenario.model.Expectation.Bounds;
import ganglion.scenario.model.Expectation.Window;
import ganglion.scenario.model.Measure;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.DoubleFunction;

/** Formats figures, limits and windows for messages. */
final class Wording {

    /** Enough digits to distinguish a figure from the limit that it just missed. */
    private static final int DIGITS = 6;

    private Wording() {}

    static String count(double count) {
        return QuantityFormat.format(count, "", 15);
    }

    static String time(double seconds) {
        return QuantityFormat.format(seconds, "s", DIGITS);
    }

    /** A population, or a neuron of it. */
    static String neurons(String population, OptionalInt neuron) {
        return neuron.isPresent() ? "neuron " + neuron.getAsInt() + " of " + population : population;
    }

    /** A figure in its unit; the prefixes of products of units would mislead, so those have none. */
    static String figure(double value, Measure.Unit unit) {
        if (unit == Measure.Unit.JOULE_SECONDS) {
            return String.format(Locale.ROOT, "%.3g", value) + " " + unit.symbol();
        }
        return QuantityFormat.format(value, unit.symbol(), DIGITS).strip();
    }

    /** The window that counts; empty for the whole run. */
    static String within(Window window, Clock clock) {
        String from = window.fromTick() == 0 ? "" : " from " + time(clock.seconds(window.fromTick()));
        return window.untilTick().isEmpty()
                ? from
                : from + " until " + time(clock.seconds(window.untilTick().getAsLong()));
    }

    /** Any limits: {@code below 50 µJ}, {@code 0.1 to 0.3}, {@code above 1 and below 2}. */
    static String limits(Bounds bounds, DoubleFunction<String> format) {
        if (bounds.inclusive()) {
            return inclusive(bounds, format);
        }
        boolean both = !Double.isInfinite(bounds.lowest()) && !Double.isInfinite(bounds.highest());
        return both
                ? "above " + format.apply(bounds.lowest()) + " and below " + format.apply(bounds.highest())
                : exclusive(bounds, "above", "below", format);
    }

    /** {@code 10 to 40}, {@code at least 10}, {@code 12}. */
    static String inclusive(Bounds bounds, DoubleFunction<String> format) {
        if (bounds.lowest() == bounds.highest()) {
            return format.apply(bounds.lowest());
        }
        if (Double.isInfinite(bounds.highest())) {
            return "at least " + format.apply(bounds.lowest());
        }
        return Double.isInfinite(bounds.lowest())
                ? "at most " + format.apply(bounds.highest())
                : format.apply(bounds.lowest()) + " to " + format.apply(bounds.highest());
    }

    /** {@code below 50 µJ} or {@code above 1 nJ}. */
    static String exclusive(Bounds bounds, String above, String below, DoubleFunction<String> format) {
        return Double.isInfinite(bounds.lowest())
                ? below + " " + format.apply(bounds.highest())
                : above + " " + format.apply(bounds.lowest());
    }
}
