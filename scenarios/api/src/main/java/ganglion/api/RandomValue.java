package ganglion.api;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A distribution that each synapse or neuron draws its value from: of numbers, or of times. What is drawn follows from the seed of the network.
 * Immutable.
 *
 * <pre>{@code
 * RandomValue weights = RandomValue.normal(0.1, 0.02).clip(0, 1);
 * RandomValue delays = RandomValue.uniform(millis(0.5), millis(2));
 * }</pre>
 *
 * @param keys as a scenario file has it
 */
@API(status = Status.STABLE, since = "0.2")
public record RandomValue(@JsonValue Map<String, Object> keys) {

    private static RandomValue of(String name, String first, Object a, String second, Object b) {
        return new RandomValue(Map.of("distribution", name)).with(first, a).with(second, b);
    }

    /** Evenly between two numbers. */
    public static RandomValue uniform(double low, double high) {
        return of("uniform", "low", low, "high", high);
    }

    /** Evenly between two times. */
    public static RandomValue uniform(TimeSpan low, TimeSpan high) {
        return of("uniform", "low", low, "high", high);
    }

    /** Normal, by mean and standard deviation. */
    public static RandomValue normal(double mean, double deviation) {
        return of("normal", "mean", mean, "deviation", deviation);
    }

    /** Normal times. */
    public static RandomValue normal(TimeSpan mean, TimeSpan deviation) {
        return of("normal", "mean", mean, "deviation", deviation);
    }

    /** Lognormal, by its median and the standard deviation of the natural logarithm. */
    public static RandomValue lognormal(double median, double sigma) {
        return of("lognormal", "median", median, "sigma", sigma);
    }

    /** Lognormal times. */
    public static RandomValue lognormal(TimeSpan median, double sigma) {
        return of("lognormal", "median", median, "sigma", sigma);
    }

    /** The same with values beyond two bounds, numbers or times, moved onto them. */
    public RandomValue clip(Object lowest, Object highest) {
        return with("clip", List.of(lowest, highest));
    }

    /** The same with values beyond two bounds, numbers or times, drawn again. */
    public RandomValue truncate(Object lowest, Object highest) {
        return with("truncate", List.of(lowest, highest));
    }

    private RandomValue with(String key, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(keys);
        more.put(key, value);
        return new RandomValue(more);
    }
}
