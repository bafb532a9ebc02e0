package ganglion.kernel.network;

/**
 * All-to-all synapses with one common delay: a matrix of weights, row by source neuron, without a list of targets.
 * Weights take 8 bytes each; 4 in a large matrix of weights that all are exactly floats, and none where all are equal.
 * Without targets to look up, rows are delivered in a loop over consecutive inputs, several rows at once. Immutable;
 * safe to share between threads.
 */
public final class DenseSynapses implements StoredSynapses {

    /** Most rows that {@link #deliverRows} adds. */
    public static final int MOST_ROWS_AT_ONCE = DenseRows.MOST_AT_ONCE;

    /** Number of rows of the matrix. */
    private final int sourceSize;
    /** Number of its columns. */
    private final int targetSize;

    /** The weights, unless they are in {@link #rows}. */
    private final SynapseWeights weights;

    /** The weights, for delivery in vectors; null if that would take too much memory or all weights are equal. */
    private final DenseRows rows;

    private final int commonDelayTicks;

    /**
     * Takes the weights over; the array must not be changed afterwards.
     *
     * @param sourceSize number of source neurons
     * @param targetSize number of target neurons
     * @param weights weight of the synapse from {@code i} to {@code j} at {@code i * targetSize + j}
     * @param commonDelayTicks delay of every synapse, at least 1
     * @throws IllegalArgumentException if the shape does not fit, a weight is not finite, or the delay is below one tick
     */
    public DenseSynapses(int sourceSize, int targetSize, double[] weights, int commonDelayTicks) {
        if ((long) sourceSize * targetSize != weights.length) {
            throw new IllegalArgumentException("found " + weights.length + " weights, expected " + sourceSize
                    + " sources x " + targetSize + " targets");
        }
        SynapseChecks.checkDelay(commonDelayTicks);
        for (double weight : weights) {
            SynapseChecks.checkWeight(weight);
        }
        this.sourceSize = sourceSize;
        this.targetSize = targetSize;
        this.rows = DenseRows.of(weights, sourceSize, targetSize);
        this.weights = rows == null ? SynapseWeights.of(weights) : null;
        this.commonDelayTicks = commonDelayTicks;
    }

    @Override
    public int sourceSize() {
        return sourceSize;
    }

    @Override
    public int targetSize() {
        return targetSize;
    }

    @Override
    public TargetSlice slice() {
        return TargetSlice.whole(targetSize);
    }

    @Override
    public boolean isOfMatrix() {
        return true;
    }

    /** Delay of every synapse, in ticks. */
    public int commonDelayTicks() {
        return commonDelayTicks;
    }

    @Override
    public long count() {
        return (long) sourceSize * targetSize;
    }

    @Override
    public int firstPosition(int source) {
        return source * targetSize;
    }

    @Override
    public int outDegree(int source) {
        return targetSize;
    }

    @Override
    public int target(int source, int index) {
        return index;
    }

    @Override
    public double weight(int source, int index) {
        return rows == null ? weights.at(source * targetSize + index) : rows.at(source, index);
    }

    @Override
    public int delayTicks(int source, int index) {
        return commonDelayTicks;
    }

    @Override
    public int smallestDelayTicks() {
        return count() == 0 ? Integer.MAX_VALUE : commonDelayTicks;
    }

    @Override
    public void forEachPiece(int source, int firstTarget, int endTarget, PieceConsumer consumer) {
        if (endTarget > firstTarget) {
            consumer.accept(commonDelayTicks, source * targetSize + firstTarget, endTarget - firstTarget);
        }
    }

    @Override
    public int largestDelayTicks() {
        return count() == 0 ? 0 : commonDelayTicks;
    }

    @Override
    public boolean isUniform() {
        return weights instanceof SynapseWeights.Shared;
    }

    @Override
    public boolean hasManyDelays() {
        return false;
    }

    @Override
    public int endOfDelay(int position, int end) {
        return end;
    }

    @Override
    public StoredSynapses forRing(int firstTarget, int endTarget, int channels) {
        throw new UnsupportedOperationException("all synapses have the same delay");
    }

    @Override
    public int ownDelayTicks(int position) {
        return commonDelayTicks;
    }

    @Override
    public double weightAt(int position) {
        return weight(position / targetSize, position % targetSize);
    }

    @Override
    public void listTargets(int position, int count, int shift, int[] list, int at) {
        // The column of a position is its target.
        int first = position % targetSize + shift;
        for (int i = 0; i < count; i++) {
            list[at + i] = first + i;
        }
    }

    @Override
    public void deliver(int position, int count, double[] input, int offset, int negativeOffset) {
        int first = position % targetSize;
        if (rows == null) {
            weights.deliverInRow(position, count, input, offset + first, negativeOffset);
        } else {
            rows.add(position / targetSize, first, first + count, input, offset, negativeOffset);
        }
    }

    /** Whether {@link #deliverRows} may be called: not if all weights are equal, nor for a large matrix of floats. */
    public boolean deliversRowsAtOnce() {
        return rows != null;
    }

    /**
     * Adds the weights of parts of several rows to the summed input of their targets, all weights alike, with the bits of
     * delivering one after the other.
     *
     * @param sources the rows, in order
     * @param rowCount number of rows, 1 to {@link #MOST_ROWS_AT_ONCE}
     * @param offset where target neuron 0 has its input, possibly before the start of the array
     * @param sums room for a number for each target neuron; contents do not matter
     */
    public void deliverRows(
            int[] sources, int rowCount, int firstTarget, int endTarget, double[] input, int offset, double[] sums) {
        if (offset == 0) {
            rows.add(sources, rowCount, input, firstTarget, endTarget);
            return;
        }
        // Two copies cost less than a loop that is not vectorised.
        System.arraycopy(input, offset + firstTarget, sums, firstTarget, endTarget - firstTarget);
        rows.add(sources, rowCount, sums, firstTarget, endTarget);
        System.arraycopy(sums, firstTarget, input, offset + firstTarget, endTarget - firstTarget);
    }

    @Override
    public int deliverListing(int position, int count, double[] input, int offset, int shift, int[] list, int at) {
        deliver(position, count, input, offset, 0);
        listTargets(position, count, shift, list, at);
        return at + count;
    }

    /** Nothing: the processor itself reads ahead in rows as long as those of a matrix. */
    @Override
    public long readAhead(int position, int count) {
        return 0;
    }

    @Override
    public int deliverAhead(int position, int end, double[] ring, long spikeTick, long lastTick) {
        throw new UnsupportedOperationException("all synapses have the same delay");
    }
}
