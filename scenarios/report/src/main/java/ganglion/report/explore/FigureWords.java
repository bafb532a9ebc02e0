package ganglion.report.explore;

import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.documents.quantity.WilsonInterval;
import ganglion.scenario.explore.SearchObjective;
import ganglion.scenario.explore.Wish;
import java.util.Locale;
import java.util.Optional;

/** Figures as people read them. */
final class FigureWords {

    private FigureWords() {}

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /** Percentage points. */
    static String points(double share) {
        return String.format(Locale.ROOT, "%.1f", 100 * share);
    }

    static String interval(WilsonInterval interval) {
        return String.format(Locale.ROOT, "%.1f to %.1f %%", 100 * interval.low(), 100 * interval.high());
    }

    static String joules(double joules) {
        return QuantityFormat.format(joules, Dimension.ENERGY);
    }

    static String interval(double... ends) {
        return joules(ends[0]) + " to " + joules(ends[1]);
    }

    static String times(double factor) {
        return QuantityFormat.format(factor, "", 3);
    }

    /** How much less energy something takes: {@code 4 times less energy}. */
    static String lessEnergy(double factor) {
        String more = times(Math.max(factor, 1 / factor));
        return more.equals("1")
                ? "as much energy"
                : more + (factor > 1 ? " times less energy" : " times as much energy");
    }

    static String bytes(long bytes) {
        return QuantityFormat.format(bytes, Dimension.MEMORY);
    }

    /** A value of an objective. */
    static String value(SearchObjective objective, double value) {
        return objective == SearchObjective.ACCURACY
                ? percent(value)
                : QuantityFormat.format(value, objective.unit(), QuantityFormat.DEFAULT_DIGITS);
    }

    /** The limit of a wish: {@code below 20 uJ}; absent if any value will do. */
    static Optional<String> limit(Wish wish) {
        return wish.limit().isEmpty()
                ? Optional.empty()
                : Optional.of((wish.objective().isLessBetter() ? "below " : "at least ")
                        + value(wish.objective(), wish.limit().getAsDouble()));
    }

    /** A number of things: {@code 1 trial}, {@code 2 trials}. */
    static String count(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
