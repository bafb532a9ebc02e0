package ganglion.kernel.network;

/**
 * All-to-all synapses with one common delay: a matrix of weights, row by source neuron, without a list of targets.
 * Weights take 4 bytes each where all are exactly floats, 8 otherwise, none where all are equal. Without targets to
 * look up, a row is delivered in a loop over consecutive inputs, which the compiler vectorises. Immutable; safe to
 * share between threads.
 */
public final class DenseSynapses implements Synapses {

    /** Number of rows of the matrix. */
    private final int sourceSize;
    /** Number of its columns. */
    private final int targetSize;

    private final SynapseWeights weights;
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
        this.weights = SynapseWeights.of(weights);
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
        return weights.at(source * targetSize + index);
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
    public Synapses forRing(int firstTarget, int endTarget, int channels) {
        throw new UnsupportedOperationException("all synapses have the same delay");
    }

    @Override
    public int ownDelayTicks(int position) {
        return commonDelayTicks;
    }

    @Override
    public double weightAt(int position) {
        return weights.at(position);
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
        weights.deliverInRow(position, count, input, offset + position % targetSize, negativeOffset);
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
