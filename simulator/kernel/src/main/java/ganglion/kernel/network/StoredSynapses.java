package ganglion.kernel.network;

import java.util.List;

/**
 * Synapses in arrays of their own, from which spikes are delivered. Two layouts exist: {@link DenseSynapses}, a weight matrix without a
 * list of targets, and {@link SparseSynapses}, compressed rows. What is asked by position is found at once.
 */
public sealed interface StoredSynapses extends Synapses permits DenseSynapses, SparseSynapses {

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

    /**
     * Cuts the part of a row that ends on some targets into pieces that can be delivered at once, in ascending order of
     * delay.
     *
     * @param endTarget end of the range of targets, exclusive
     */
    void forEachPiece(int source, int firstTarget, int endTarget, PieceConsumer consumer);

    /** Delay of the synapse at a position, in ticks. */
    int ownDelayTicks(int position);

    /**
     * The end of the synapses of a row that have the same delay.
     *
     * @param position of the first of them
     * @param end of the row, exclusive, or of a part of it
     */
    int endOfDelay(int position, int end);

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

    @Override
    default List<StoredSynapses> within(int firstTarget, int endTarget) {
        return List.of(this);
    }
}
