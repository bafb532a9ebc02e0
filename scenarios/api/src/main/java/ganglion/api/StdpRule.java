package ganglion.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Spike-timing dependent plasticity of all pairs of spikes: a weight grows when its target fires after its source, and falls when the source
 * fires after the target, within 0 and a largest weight. What is not given has the default of the scenario format: multiplicative, a learning
 * rate of 0.01, time constants of 20 ms. Immutable.
 */
@API(status = Status.STABLE, since = "0.2")
public final class StdpRule {

    private final Map<String, Object> keys;

    private StdpRule(Map<String, Object> keys) {
        this.keys = keys;
    }

    /** A rule with an upper bound of the weights, above 0. */
    public static StdpRule upTo(double largestWeight) {
        return new StdpRule(Map.of("largest-weight", InvalidInputException.finite(largestWeight, "largest weight")));
    }

    /** The same with another share of the largest weight that a pair without delay changes; at least 0. */
    public StdpRule learningRate(double rate) {
        return with("learning-rate", rate);
    }

    /** The same with depression that is stronger than potentiation by a factor of at least 0. */
    public StdpRule depression(double factor) {
        return with("depression", factor);
    }

    /** The same with changes that do not depend on the weight. */
    public StdpRule additive() {
        return exponents(0, 0);
    }

    /** The same with other exponents of potentiation and depression: 0 for additive, 1 for multiplicative. */
    public StdpRule exponents(double potentiation, double depression) {
        return with("potentiation-exponent", potentiation).with("depression-exponent", depression);
    }

    /** The same with other time constants of the traces of the source's and the target's spikes. */
    public StdpRule timeConstants(TimeSpan potentiation, TimeSpan depression) {
        return set("potentiation-time-constant", potentiation).set("depression-time-constant", depression);
    }

    private StdpRule with(String key, double value) {
        return set(key, InvalidInputException.finite(value, key));
    }

    /** The same with any key of the scenario format below {@code plasticity/stdp}. */
    public StdpRule set(String key, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(keys);
        more.put(key, Units.plain(value));
        return new StdpRule(more);
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
