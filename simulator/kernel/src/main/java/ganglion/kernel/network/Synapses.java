package ganglion.kernel.network;

import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * The synapses of one projection, as rows: row {@code i} holds what leaves source neuron {@code i}. They are {@linkplain StoredSynapses
 * stored} as a matrix or as compressed rows, or {@linkplain DividedSynapses divided} into several of the latter for successive targets.
 * Immutable, and shared by all cores that host target neurons: a core keeps no copy, only where its share of each row
 * lies.
 *
 * <p>Every synapse has a <em>position</em>, from 0 to {@link #count()} - 1, row after row. Within a row, synapses are
 * in ascending order of delay, those of equal delay in ascending order of target, and twins (of equal target too) in
 * the order in which they were given; where they are divided, this holds for each part. Weights that reach a neuron at one tick from one
 * source through one projection are added in this order.
 */
public sealed interface Synapses permits StoredSynapses, DividedSynapses {

    /** Number of neurons in the source population. */
    int sourceSize();

    /** Number of neurons in the target population. */
    int targetSize();

    /**
     * The targets that have their synapses here: all, unless these are the part of a projection that is built where some of its
     * target neurons are hosted.
     */
    TargetSlice slice();

    /** Whether these are a matrix, or part of synapses that are one as a whole. */
    boolean isOfMatrix();

    /** Number of synapses, those of weight zero included. */
    long count();

    /** Position of the first synapse of a row. */
    int firstPosition(int source);

    /** Number of synapses that leave a source neuron. */
    int outDegree(int source);

    /** Target neuron of the {@code index}-th synapse of a row. */
    int target(int source, int index);

    /** Weight of the {@code index}-th synapse of a row, in units of the target's threshold variable. */
    double weight(int source, int index);

    /** Delay of the {@code index}-th synapse of a row, in ticks, at least 1. */
    int delayTicks(int source, int index);

    /** Smallest delay of any synapse, in ticks; {@link Integer#MAX_VALUE} if there are no synapses. */
    int smallestDelayTicks();

    /** Largest delay of any synapse, in ticks; 0 if there are no synapses. */
    int largestDelayTicks();

    /**
     * Whether there are synapses, which all have the same weight and the same delay: what arrives through them at a tick is
     * then a count. A part is uniform if the whole is, even without synapses, once it is {@link SynapseSummary#applyTo agreed
     * on}. Weights that will change are not looked at.
     */
    boolean isUniform();

    /** Whether synapses of a row may differ in their delay. */
    boolean hasManyDelays();

    /**
     * What holds the synapses that end on some targets, as it is stored: the parts that these are divided into and that hold any of
     * them, in order of their targets, each with positions of its own; else these synapses.
     */
    List<StoredSynapses> within(int firstTarget, int endTarget);

    /**
     * The synapses that end on some targets, in the layout that {@link StoredSynapses#deliverAhead} needs, with targets counted from
     * the first of them. Shared with these synapses where they are laid out so already, else a copy.
     *
     * @param channels number of sums that each target keeps; with two, a target that is reached with a negative weight is
     *     counted {@code endTarget - firstTarget} further on
     * @throws UnsupportedOperationException if all synapses have the same delay
     */
    StoredSynapses forRing(int firstTarget, int endTarget, int channels);

    /** What the weight of a synapse becomes. */
    @FunctionalInterface
    interface WeightChange {

        /** The new weight of a synapse into a target neuron. */
        double apply(int target, double weight);
    }

    /** These with other weights and delays: a matrix if these are one with a common delay. Both are asked for each synapse. */
    default Synapses changed(WeightChange weights, IntUnaryOperator delays) {
        SparseSynapses.Builder builder = SparseSynapses.builder(sourceSize(), targetSize());
        double[] matrix = new double[this instanceof DenseSynapses ? Math.toIntExact(count()) : 0];
        int delay = 1;
        for (int source = 0; source < sourceSize(); source++) {
            for (int i = 0; i < outDegree(source); i++) {
                int target = target(source, i);
                double weight = weights.apply(target, weight(source, i));
                delay = delays.applyAsInt(delayTicks(source, i));
                if (matrix.length > 0) {
                    matrix[source * targetSize() + target] = weight;
                } else {
                    builder.add(source, target, weight, delay);
                }
            }
        }
        return matrix.length > 0 ? new DenseSynapses(sourceSize(), targetSize(), matrix, delay) : builder.build();
    }

    /** Bits that hold any of some targets, at least one: a slot of a ring has room for two to that power sums. */
    static int targetBits(int targets) {
        return Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(targets - 1));
    }
}
