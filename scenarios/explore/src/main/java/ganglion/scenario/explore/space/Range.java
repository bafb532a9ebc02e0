package ganglion.scenario.explore.space;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * A number between two bounds. The coordinate is the number itself.
 *
 * @param name its name in the search document
 * @param pointer where the experiment, or the scenario, has it
 * @param low least value
 * @param high largest value, above the least one
 * @param whole whether it is a whole number
 * @param logarithmic whether equal factors, and not equal differences, are equally likely; then the least value is above 0
 */
public record Range(String name, String pointer, double low, double high, boolean whole, boolean logarithmic)
        implements SearchDimension {

    @Override
    public Set<String> pointers() {
        return Set.of(pointer);
    }

    /** Each whole number has the half before and after it, so that the bounds are as likely as what is between them. */
    @Override
    public double random(RandomGenerator random) {
        double share = random.nextDouble();
        if (!whole) {
            return at(share);
        }
        double from = low - 0.5;
        double to = high + 0.5;
        double value = logarithmic ? from * Math.pow(to / from, share) : from + share * (to - from);
        return Math.max(low, Math.min(high, Math.rint(value)));
    }

    /** Where a value lies between the bounds, from 0 to 1 on the scale. */
    public double share(double value) {
        return logarithmic ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
    }

    /** The value at a share of the scale; shares beyond 0 and 1 give the bounds. Numbers have four digits, so that they can be read. */
    public double at(double share) {
        double inside = Math.max(0, Math.min(1, share));
        double value = logarithmic ? low * Math.pow(high / low, inside) : low + inside * (high - low);
        double rounded = whole ? Math.rint(value) : fourDigits(value);
        return Math.max(low, Math.min(high, rounded));
    }

    private static double fourDigits(double value) {
        if (value == 0) {
            return 0;
        }
        double scale = Math.pow(10, Math.floor(Math.log10(Math.abs(value))) - 3);
        return Double.parseDouble(String.format(Locale.ROOT, "%.3e", Math.rint(value / scale) * scale));
    }

    @Override
    public String text(double coordinate) {
        return whole ? Long.toString((long) coordinate) : Double.toString(coordinate);
    }

    @Override
    public double coordinate(String text) {
        return Double.parseDouble(text);
    }

    @Override
    public Map<String, String> settings(double coordinate) {
        return Map.of(pointer, text(coordinate));
    }
}
