package ganglion.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Synapses that are being built. Which neurons are joined says one of {@link #oneToOne}, {@link #probability}, {@link #inDegree}, {@link #rule} or
 * {@link #synapses}; without them, all pairs are. Not thread safe.
 */
@API(status = Status.STABLE, since = "0.2")
public final class ProjectionBuilder {

    private final NetworkDocument document;
    private final String name;
    private final ObjectNode keys;

    ProjectionBuilder(NetworkDocument document, String from, String to) {
        this.document = document;
        this.name = from + "-to-" + to;
        this.keys = document.add("network", "projections").put("from", from).put("to", to);
    }

    /** Each source neuron with the target neuron of its number. */
    public ProjectionBuilder oneToOne() {
        return set("connectivity", "one-to-one");
    }

    /** Each pair with a probability from 0 to 1. */
    public ProjectionBuilder probability(double probability) {
        return rule("bernoulli", Map.of("probability", probability));
    }

    /** Each target neuron with this many sources, which are drawn. */
    public ProjectionBuilder inDegree(int sources) {
        return rule("fixed-in-degree", Map.of("degree", sources));
    }

    /** Any rule of scenario files with its keys, such as {@code rule("fixed-total", Map.of("total", 500, "autapses", false))}. */
    public ProjectionBuilder rule(String rule, Map<String, ?> values) {
        Map<String, Object> all = new TreeMap<>(values);
        all.put("rule", rule);
        return set("connectivity", all);
    }

    /**
     * Listed synapses, with the delay of {@link #delay}.
     *
     * @param sources source neuron of each, from 0
     * @param targets target neuron of each, from 0
     * @param weights weight of each
     */
    public ProjectionBuilder synapses(int[] sources, int[] targets, double[] weights) {
        return list(3, sources, targets, weights, new int[weights.length]);
    }

    /** Listed synapses, each with a delay in ticks of at least 1. */
    public ProjectionBuilder synapses(int[] sources, int[] targets, double[] weights, int[] delayTicks) {
        return list(4, sources, targets, weights, delayTicks);
    }

    private ProjectionBuilder list(int columns, int[] sources, int[] targets, double[] weights, int[] delays) {
        int count = sources.length;
        if (targets.length != count || weights.length != count || delays.length != count) {
            throw new GanglionException(name + ": found " + count + " sources, " + targets.length + " targets and "
                    + weights.length + " weights, expected as many of each, and of delays");
        }
        double[] rows = new double[Math.multiplyExact(count, columns)];
        for (int i = 0; i < rows.length; i++) {
            int row = i / columns;
            rows[i] = switch (i % columns) {
                case 0 -> sources[row];
                case 1 -> targets[row];
                case 2 -> weights[row];
                default -> delays[row];
            };
        }
        document.putMatrix(keys, "connectivity", name, rows, columns);
        return this;
    }

    /** One weight for all synapses, which raises or lowers the potential or current of the target. */
    public ProjectionBuilder weight(double weight) {
        return set("weights", weight);
    }

    /** Weights that each synapse draws. */
    public ProjectionBuilder weight(RandomValue weight) {
        return set("weights", Objects.requireNonNull(weight, "weight"));
    }

    /** A weight for each pair: a row for each source neuron, a column for each target neuron. */
    public ProjectionBuilder weights(double[][] rows) {
        return set("weights", rows);
    }

    /** The time from a spike to its effect: a whole number of ticks, at least one. Left out, one tick. */
    public ProjectionBuilder delay(TimeSpan delay) {
        return set("delay", Objects.requireNonNull(delay, "delay"));
    }

    /** Delays that each synapse draws, rounded to whole ticks. */
    public ProjectionBuilder delay(RandomValue delay) {
        return set("delay", Objects.requireNonNull(delay, "delay"));
    }

    /**
     * Weights change with the times of spikes. They must be from 0 to the largest weight.
     *
     * @param stdp what scenario files have below {@code plasticity/stdp}, such as {@code Map.of("largest-weight", 1, "depression", 1.05)}
     */
    public ProjectionBuilder stdp(Map<String, ?> stdp) {
        return set("plasticity", Map.of("stdp", stdp));
    }

    /**
     * Synapses change as a model of equations says: {@code tsodyks-markram}, {@code triplet}, {@code inhibitory-homeostasis}, {@code reward-stdp}
     * with {@code set("modulator", "reward")}, or one of a scenario file.
     *
     * @param parameters such as {@code Map.of("U", 0.4, "tau_rec", "500 ms")}
     */
    public ProjectionBuilder plasticity(String model, Map<String, ?> parameters) {
        return set("plasticity", Map.of(model, parameters));
    }

    /** Any key of a projection in scenario files. */
    public ProjectionBuilder set(String key, Object value) {
        document.put(keys, key, name, NetworkDocument.json(value));
        return this;
    }
}
