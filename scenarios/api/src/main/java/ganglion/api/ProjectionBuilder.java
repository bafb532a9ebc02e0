package ganglion.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.api.document.ArrayContent;
import ganglion.api.document.NetworkDraft;
import java.util.Map;
import java.util.Objects;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Synapses that are being built. Which neurons are joined says one of {@link #allToAll}, which is the default, {@link #oneToOne},
 * {@link #probability}, {@link #inDegree}, {@link #outDegree}, {@link #total}, {@link #rule} or {@link #synapses}. Not thread safe.
 */
@API(status = Status.STABLE, since = "0.2")
public final class ProjectionBuilder {

    /** Of longer matrices nobody reads the numbers; they go into files. */
    private static final int WRITTEN_WEIGHTS = 1000;

    private final NetworkDraft draft;
    private final String name;
    private final ObjectNode keys;

    ProjectionBuilder(NetworkDraft draft, String from, String to) {
        this.draft = draft;
        this.name = from + "-to-" + to;
        this.keys = draft.addProjection(from, to);
    }

    /** Every source neuron with every target neuron. */
    public ProjectionBuilder allToAll() {
        return set("connectivity", "all-to-all");
    }

    /** Each source neuron with the target neuron of its number. */
    public ProjectionBuilder oneToOne() {
        return set("connectivity", "one-to-one");
    }

    /** Each pair with a probability from 0 to 1. */
    public ProjectionBuilder probability(double probability) {
        return rule("bernoulli", Map.of("probability", InvalidInputException.finite(probability, "probability")));
    }

    /** Each target neuron with this many sources, which are drawn. */
    public ProjectionBuilder inDegree(int sources) {
        InvalidInputException.atLeast(0, sources, "in-degree");
        return rule("fixed-in-degree", Map.of("degree", sources));
    }

    /** Each source neuron with this many targets, which are drawn. */
    public ProjectionBuilder outDegree(int targets) {
        InvalidInputException.atLeast(0, targets, "out-degree");
        return rule("fixed-out-degree", Map.of("degree", targets));
    }

    /** This many synapses in all, of pairs that are drawn. */
    public ProjectionBuilder total(long synapses) {
        InvalidInputException.atLeast(0, synapses, "total");
        return rule("fixed-total", Map.of("total", synapses));
    }

    /** Any rule of scenario files with its keys, such as {@code rule("distance", Map.of("probability", 0.5, ...))}. */
    public ProjectionBuilder rule(String rule, Map<String, ?> values) {
        ObjectNode node = keys.putObject("connectivity").put("rule", rule);
        Units.inOrder(values).forEach((key, value) -> node.set(key, NetworkBuilder.json(value)));
        return this;
    }

    /** Whether a neuron may be joined with itself; yes, unless this says no. After a rule. */
    public ProjectionBuilder autapses(boolean allowed) {
        return setOfRule("autapses", allowed);
    }

    /** Whether two neurons may be joined several times; yes, unless this says no. After a rule with a degree. */
    public ProjectionBuilder multapses(boolean allowed) {
        return setOfRule("multapses", allowed);
    }

    private ProjectionBuilder setOfRule(String key, boolean value) {
        if (!(keys.get("connectivity") instanceof ObjectNode rule)) {
            throw InvalidInputException.ofArgument(
                    key + ": found no rule, expected it after one such as probability or inDegree");
        }
        rule.put(key, value);
        return this;
    }

    /**
     * Listed synapses, with the delay of {@link #delay}.
     *
     * @param sources source neuron of each, from 0
     * @param targets target neuron of each, from 0
     * @param weights weight of each
     */
    public ProjectionBuilder synapses(int[] sources, int[] targets, double[] weights) {
        return list(sources, targets, InvalidInputException.finite(weights, "weights"), null);
    }

    /** Listed synapses with weights of single precision, whose values are kept. */
    public ProjectionBuilder synapses(int[] sources, int[] targets, float[] weights) {
        return list(sources, targets, InvalidInputException.finite(weights, "weights"), null);
    }

    /** Listed synapses, each with a delay in ticks of at least 1. */
    public ProjectionBuilder synapses(int[] sources, int[] targets, double[] weights, int[] delayTicks) {
        return list(sources, targets, InvalidInputException.finite(weights, "weights"), delayTicks);
    }

    private ProjectionBuilder list(int[] sources, int[] targets, double[] weights, int[] delays) {
        int count = sources.length;
        if (targets.length != count || weights.length != count || delays != null && delays.length != count) {
            throw InvalidInputException.ofArgument("synapses: found " + count + " sources, " + targets.length
                    + " targets, " + weights.length + " weights"
                    + (delays == null ? "" : " and " + delays.length + " delays") + ", expected as many of each");
        }
        draft.putArrays(
                keys,
                "connectivity",
                name,
                ArrayContent.synapses(
                        InvalidInputException.atLeast(0, sources, "sources"),
                        InvalidInputException.atLeast(0, targets, "targets"),
                        weights,
                        delays == null ? null : InvalidInputException.atLeast(1, delays, "delays in ticks")));
        return this;
    }

    /** One weight for all synapses, which raises or lowers the potential or current of the target. */
    public ProjectionBuilder weight(double weight) {
        return set("weights", InvalidInputException.finite(weight, "weight"));
    }

    /** Weights that each synapse draws. */
    public ProjectionBuilder weight(RandomValue weight) {
        return set("weights", Objects.requireNonNull(weight, "weight"));
    }

    /** A weight for each pair: a row for each source neuron, a column for each target neuron. */
    public ProjectionBuilder weights(double[][] rows) {
        double[][] copy = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            copy[i] = InvalidInputException.finite(rows[i], "weights");
            if (copy[i].length == 0 || copy[i].length != copy[0].length) {
                throw InvalidInputException.ofArgument("weights: found " + copy[i].length + " columns in row " + i
                        + ", expected as many as in the first, at least one");
            }
        }
        if (rows.length > 0 && (long) rows.length * copy[0].length > WRITTEN_WEIGHTS) {
            draft.putArrays(keys, "weights", name, ArrayContent.matrix(copy));
            return this;
        }
        return set("weights", copy);
    }

    /** The time from a spike to its effect: a whole number of ticks, at least one. Left out, one tick. */
    public ProjectionBuilder delay(TimeSpan delay) {
        return set("delay", Objects.requireNonNull(delay, "delay"));
    }

    /** Delays that each synapse draws, rounded to whole ticks. */
    public ProjectionBuilder delay(RandomValue delay) {
        return set("delay", Objects.requireNonNull(delay, "delay"));
    }

    /** Weights change with the times of spikes. They must be from 0 to the largest weight of the rule. */
    public ProjectionBuilder stdp(StdpRule rule) {
        return set("plasticity", Map.of("stdp", rule.keys()));
    }

    /** Any key of a projection in scenario files. */
    public ProjectionBuilder set(String key, Object value) {
        keys.set(key, NetworkBuilder.json(value));
        return this;
    }
}
