package ganglion.learning.eventprop;

import java.util.Arrays;

/** Synapses from each source to each target, all with one delay. Immutable; arrays are not copied and must not change. */
public final class DelayedSynapses {

    private final int sources;
    private final int targets;
    private final double[] weights;
    private final double delay;

    /** A copy of the weights: loops over whole arrays become vector instructions, those over parts do not. */
    private final double[][] rows;

    /**
     * @param weights from source {@code i} to target {@code j} at {@code i * targets + j}
     * @param delay of all synapses in steps, 0 or more
     * @throws IllegalArgumentException if sizes do not fit, or a weight or the delay is no finite number, or the delay is negative
     */
    public DelayedSynapses(int sources, int targets, double[] weights, double delay) {
        if (sources < 1 || targets < 1 || weights.length != (long) sources * targets) {
            throw new IllegalArgumentException(
                    weights.length + " weights from " + sources + " sources to " + targets + " targets");
        }
        if (Arrays.stream(weights).anyMatch(weight -> !Double.isFinite(weight))) {
            throw new IllegalArgumentException("a weight is infinite or no number");
        }
        if (!(delay >= 0 && delay < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a delay is negative or no number");
        }
        this.sources = sources;
        this.targets = targets;
        this.weights = weights;
        this.delay = delay;
        this.rows = new double[sources][];
        Arrays.setAll(rows, i -> Arrays.copyOfRange(weights, i * targets, (i + 1) * targets));
    }

    /**
     * The same connection with other weights.
     *
     * @throws IllegalArgumentException as the constructor
     */
    public DelayedSynapses with(double[] newWeights) {
        return new DelayedSynapses(sources, targets, newWeights, delay);
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

    /** The weights from a source; not to be changed. */
    public double[] row(int source) {
        return rows[source];
    }

    /** The delay of all synapses, in steps. */
    public double delay() {
        return delay;
    }
}
