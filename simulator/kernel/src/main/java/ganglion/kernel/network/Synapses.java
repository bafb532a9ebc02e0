package ganglion.kernel.network;

import java.util.List;

/**
 * The synapses of one projection, as rows: row {@code i} holds what leaves source neuron {@code i}. Three layouts exist:
 * {@link DenseSynapses}, a weight matrix without a list of targets; {@link SparseSynapses}, compressed rows; and {@link
 * DividedSynapses}, several of these for successive targets.
 * Immutable, and shared by all cores that host target neurons: a core keeps no copy, only where its share of each row
 * lies.
 *
 * <p>Every synapse has a <em>position</em>, from 0 to {@link #count()} - 1, row after row. Within a row, synapses are
 * in ascending order of delay, those of equal delay in ascending order of target, and twins (of equal target too) in
 * the order in which they were given; where they are divided, this holds for each part. Weights that reach a neuron at one tick from one source through one projection
 * are added in this order.
 */
public sealed interface Synapses permits DenseSynapses, SparseSynapses, DividedSynapses {

    /** Takes the pieces of a row, one by one. */
    @FunctionalInterface
    interface PieceConsumer {

        /**
         * @param delayTicks delay of every synapse of the piece
         * @param position of the first synapse
         * @param count number of synapses, at least 1, at consecutive positions with ascending targets
         */
        void accept(int delayTicks, int position, int count);
    }

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
     * Cuts the part of a row that ends on some targets into pieces that can be delivered at once, in ascending order of
     * delay; where synapses are divided, part by part.
     *
     * @param endTarget end of the range of targets, exclusive
     */
    void forEachPiece(int source, int firstTarget, int endTarget, PieceConsumer consumer);

    /**
     * Whether there are synapses, which all have the same weight and the same delay: what arrives through them at a tick is
     * then a count. A part is uniform if the whole is, even without synapses, once it is {@link SynapseSummary#applyTo agreed
     * on}. Weights that will change are not looked at.
     */
    boolean isUniform();

    /** Whether synapses of a row may differ in their delay. */
    boolean hasManyDelays();

    /** Delay of the synapse at a position, in ticks. */
    int ownDelayTicks(int position);

    /**
     * The end of the synapses of a row that have the same delay.
     *
     * @param position of the first of them
     * @param end of the row, exclusive, or of a part of it
     */
    int endOfDelay(int position, int end);

    /**
     * What holds the synapses that end on some targets, as it is stored: the parts that these are divided into and that hold any of
     * them, in order of their targets, each with positions of its own; else these synapses. Delivered part by part, a piece is found
     * at once.
     */
    default List<Synapses> within(int firstTarget, int endTarget) {
        return List.of(this);
    }

    /**
     * The synapses that end on some targets, in the layout that {@link #deliverAhead} needs, with targets counted from
     * the first of them. Shared with these synapses where they are laid out so already, else a copy.
     *
     * @param channels number of sums that each target keeps; with two, a target that is reached with a negative weight is
     *     counted {@code endTarget - firstTarget} further on
     * @throws UnsupportedOperationException if all synapses have the same delay
     */
    Synapses forRing(int firstTarget, int endTarget, int channels);

    /** Weight of the synapse at a position; where these are uniform, at any. */
    double weightAt(int position);

    /**
     * Lists the targets of {@code count} synapses of a row from a position on.
     *
     * @param shift added to each target
     * @param list takes the targets, from {@code at} on
     */
    void listTargets(int position, int count, int shift, int[] list, int at);

    /**
     * Adds the weights of a piece, or of part of one, to the summed input of their targets, in order of position.
     *
     * @param offset where target neuron 0 has its input, possibly before the start of the array
     * @param negativeOffset how much further on a neuron has its input of negative weights; 0 to add all weights alike
     */
    void deliver(int position, int count, double[] input, int offset, int negativeOffset);

    /**
     * Adds the weights of a piece to the summed input of their targets, all weights alike, and lists the targets that had
     * none, so that pieces delivered one after the other list few targets twice.
     *
     * @param offset where target neuron 0 has its input, possibly before the start of the array
     * @param shift added to each listed target
     * @param list takes the targets, from {@code at} on; has room for {@code count} of them
     * @return where the list ends
     */
    int deliverListing(int position, int count, double[] input, int offset, int shift, int[] list, int at);

    /**
     * Reads something of every cache line that {@link #deliver} is going to read of a piece. Called for several pieces that
     * lie far apart before they are delivered, so that memory is asked for all of them at once instead of one by one.
     *
     * @return a number that depends on all that was read, so that the compiler cannot leave it out
     */
    long readAhead(int position, int count);

    /** Bits that hold any of some targets, at least one: a slot of a ring has room for two to that power sums. */
    static int targetBits(int targets) {
        return Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(targets - 1));
    }

    /**
     * Adds the weights of successive synapses of a row to a ring of summed inputs, up to the first that is due after a given
     * tick. The input of target {@code i} at tick {@code t} is at {@code (t << targetBits(targetSize())) +
     * i}, modulo the length of the ring.
     *
     * @param end of the synapses, exclusive
     * @param ring a power of two long, and for all ticks from that at which the first of them is due to the last
     * @param spikeTick tick at which the source fired
     * @param lastTick the last tick for which weights are added
     * @return the position of the first synapse that is due later, or the end
     * @throws UnsupportedOperationException if these synapses are not laid out {@link #forRing for a ring}
     */
    int deliverAhead(int position, int end, double[] ring, long spikeTick, long lastTick);
}
