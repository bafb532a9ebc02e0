package ganglion.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A distribution that each synapse or neuron draws its value from. What is drawn follows from the seed of the network. Immutable.
 *
 * <pre>{@code
 * RandomValue weights = RandomValue.normal(millivolts(0.1), millivolts(0.02)).clip(0, 1);
 * RandomValue delays = RandomValue.uniform(millis(0.5), millis(2));
 * }</pre>
 */
@API(status = Status.STABLE, since = "0.2")
public final class RandomValue {

    private final Map<String, Object> keys;

    private RandomValue(Map<String, Object> keys) {
        this.keys = keys;
    }

    private static RandomValue of(String name, String first, Object a, String second, Object b) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("distribution", name);
        keys.put(first, a);
        keys.put(second, b);
        return new RandomValue(keys);
    }

    private static double finite(double value) {
        return InvalidInputException.finite(value, "distribution");
    }

    /** Evenly between two numbers. */
    public static RandomValue uniform(double low, double high) {
        return of("uniform", "low", finite(low), "high", finite(high));
    }

    /** Evenly between two times. */
    public static RandomValue uniform(TimeSpan low, TimeSpan high) {
        return of("uniform", "low", low.text(), "high", high.text());
    }

    /** Normal, by mean and standard deviation. */
    public static RandomValue normal(double mean, double deviation) {
        return of("normal", "mean", finite(mean), "deviation", finite(deviation));
    }

    /** Normal times. */
    public static RandomValue normal(TimeSpan mean, TimeSpan deviation) {
        return of("normal", "mean", mean.text(), "deviation", deviation.text());
    }

    /** Lognormal, by its median and the standard deviation of the natural logarithm. */
    public static RandomValue lognormal(double median, double sigma) {
        return of("lognormal", "median", finite(median), "sigma", finite(sigma));
    }

    /** Lognormal times. */
    public static RandomValue lognormal(TimeSpan median, double sigma) {
        return of("lognormal", "median", median.text(), "sigma", finite(sigma));
    }

    /** The same with values beyond two bounds moved onto them. */
    public RandomValue clip(double lowest, double highest) {
        return with("clip", List.of(finite(lowest), finite(highest)));
    }

    /** The same with times beyond two bounds moved onto them. */
    public RandomValue clip(TimeSpan shortest, TimeSpan longest) {
        return with("clip", List.of(shortest.text(), longest.text()));
    }

    /** The same with values beyond two bounds drawn again. */
    public RandomValue truncate(double lowest, double highest) {
        return with("truncate", List.of(finite(lowest), finite(highest)));
    }

    /** The same with times beyond two bounds drawn again. */
    public RandomValue truncate(TimeSpan shortest, TimeSpan longest) {
        return with("truncate", List.of(shortest.text(), longest.text()));
    }

    private RandomValue with(String key, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(keys);
        more.put(key, value);
        return new RandomValue(more);
    }

    /** As a scenario file has it. */
    Map<String, Object> keys() {
        return keys;
    }

    @Override
    public String toString() {
        return keys.toString();
    }
}
