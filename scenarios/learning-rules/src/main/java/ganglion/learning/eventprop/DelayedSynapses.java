package ganglion.learning.eventprop;

import java.util.Arrays;

/**
 * Synapses from each source to each target. A spike reaches all targets after one shared delay, or each after a delay of its own.
 * Immutable; arrays are not copied and must not change.
 */
public final class DelayedSynapses {

    private final int sources;
    private final int targets;
    private final double[] weights;
    private final double[] delays;

    /** Targets of each source, the soonest reached first; null for a shared delay. */
    private final int[] order;

    /** A copy of the weights for a shared delay: loops over whole arrays become vector instructions, those over parts do not. */
    private final double[][] rows;

    /**
     * @param weights from source {@code i} to target {@code j} at {@code i * targets + j}
     * @param delays in steps, 0 or more: one for all, or one per synapse as the weights; a single synapse shares its delay
     * @throws IllegalArgumentException if sizes do not fit, or a weight or delay is no finite number, or a delay is negative
     */
    public DelayedSynapses(int sources, int targets, double[] weights, double[] delays) {
        this(sources, targets, weights, delays, delays.length == 1);
    }

    /**
     * Synapses with a delay each, even if there is only one synapse.
     *
     * @param delays as many as weights
     * @throws IllegalArgumentException as the constructor
     */
    public static DelayedSynapses withOwnDelays(int sources, int targets, double[] weights, double[] delays) {
        return new DelayedSynapses(sources, targets, weights, delays, false);
    }

    private DelayedSynapses(int sources, int targets, double[] weights, double[] delays, boolean shared) {
        if (sources < 1 || targets < 1 || weights.length != (long) sources * targets) {
            throw new IllegalArgumentException(
                    weights.length + " weights from " + sources + " sources to " + targets + " targets");
        }
        if (delays.length != (shared ? 1 : weights.length)) {
            throw new IllegalArgumentException(delays.length + " delays of " + weights.length + " synapses");
        }
        if (Arrays.stream(weights).anyMatch(weight -> !Double.isFinite(weight))) {
            throw new IllegalArgumentException("a weight is infinite or no number");
        }
        if (Arrays.stream(delays).anyMatch(delay -> !(delay >= 0 && delay < Double.POSITIVE_INFINITY))) {
            throw new IllegalArgumentException("a delay is negative or no number");
        }
        this.sources = sources;
        this.targets = targets;
        this.weights = weights;
        this.delays = delays;
        this.order = shared ? null : order();
        this.rows = new double[shared ? sources : 0][];
        Arrays.setAll(rows, i -> Arrays.copyOfRange(weights, i * targets, (i + 1) * targets));
    }

    /**
     * The same connection with other values; a shared delay stays shared.
     *
     * @throws IllegalArgumentException as the constructor
     */
    public DelayedSynapses with(double[] newWeights, double[] newDelays) {
        return new DelayedSynapses(sources, targets, newWeights, newDelays, sharesDelay());
    }

    private int[] order() {
        int[] all = new int[weights.length];
        for (int source = 0; source < sources; source++) {
            int row = source * targets;
            Integer[] own = new Integer[targets];
            Arrays.setAll(own, j -> j);
            Arrays.sort(own, (a, b) -> Double.compare(delays[row + a], delays[row + b]));
            for (int k = 0; k < targets; k++) {
                all[row + k] = own[k];
            }
        }
        return all;
    }

    /** Number of sources. */
    public int sources() {
        return sources;
    }

    /** Number of targets. */
    public int targets() {
        return targets;
    }

    /** The weights; not to be changed. */
    public double[] weights() {
        return weights;
    }

    /** The delays, one or as many as weights; not to be changed. */
    public double[] delays() {
        return delays;
    }

    /** The weights from a source, if all synapses have the same delay; not to be changed. */
    public double[] row(int source) {
        return rows[source];
    }

    /** Whether all synapses have the same delay. */
    public boolean sharesDelay() {
        return order == null;
    }

    /** Delay of a synapse. */
    public double delay(int synapse) {
        return delays[order == null ? 0 : synapse];
    }

    /** Position of the synapse by which a spike of a source reaches its targets as the n-th. */
    public int synapse(int source, int nth) {
        int row = source * targets;
        return row + (order == null ? nth : order[row + nth]);
    }

    /**
     * Derivatives of a loss by the parameters of a connection.
     *
     * @param weights one per weight
     * @param delays one per delay: a single one if all synapses share it
     */
    public record SynapseGradient(double[] weights, double[] delays) {

        /** Zeros for the parameters of a connection. */
        public static SynapseGradient zero(DelayedSynapses synapses) {
            return new SynapseGradient(new double[synapses.weights().length], new double[synapses.delays().length]);
        }

        /** Adds the derivatives of another loss. */
        public void add(SynapseGradient other) {
            add(weights, other.weights);
            add(delays, other.delays);
        }

        private static void add(double[] sum, double[] other) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += other[i];
            }
        }
    }
}
