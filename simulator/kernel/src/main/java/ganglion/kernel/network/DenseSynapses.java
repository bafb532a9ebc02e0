package ganglion.kernel.network;

import java.util.Arrays;

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

    /**
     * The weights of a matrix as doubles, with an array for each row. Rows of their own are what makes the compiler vectorise
     * their sum: it does not if two arrays are read at different indices. Several rows are added in one pass, each sum in the
     * order {@code ((input + first) + second) + ...}, so that the bits are those of adding one row after the other. Immutable;
     * safe to share between threads.
     */
    private static final class DenseRows {

        /** Most rows that are added in one pass. More do not pay off: the rows are then read as fast as the caches allow. */
        static final int MOST_AT_ONCE = 4;

        /** Most weights that are kept as doubles although floats would hold them exactly: 4 MiB more than as floats. */
        private static final int MOST_WIDENED = 1 << 20;

        private final double[][] rows;

        private DenseRows(double[] weights, int sourceSize, int targetSize) {
            rows = new double[sourceSize][];
            for (int i = 0; i < sourceSize; i++) {
                rows[i] = Arrays.copyOfRange(weights, i * targetSize, (i + 1) * targetSize);
            }
        }

        /** The rows of a matrix; null if they would take much more memory than {@link SynapseWeights}. */
        static DenseRows of(double[] weights, int sourceSize, int targetSize) {
            WeightSurvey survey = new WeightSurvey();
            for (double weight : weights) {
                survey.add(weight);
            }
            boolean small = weights.length <= MOST_WIDENED || !survey.allFloats();
            return small && !survey.allAlike() ? new DenseRows(weights, sourceSize, targetSize) : null;
        }

        /** The weight from a source to a target neuron. */
        double at(int source, int target) {
            return rows[source][target];
        }

        /**
         * Adds up to {@link #MOST_AT_ONCE} rows, in order, to the sums of some targets.
         *
         * @param sources the rows
         * @param sums by target neuron
         * @param endTarget end of the range of targets, exclusive
         */
        void add(int[] sources, int count, double[] sums, int firstTarget, int endTarget) {
            switch (count) {
                case 1 -> add(sums, rows[sources[0]], firstTarget, endTarget);
                case 2 -> add(sums, rows[sources[0]], rows[sources[1]], firstTarget, endTarget);
                case 3 -> add(sums, rows[sources[0]], rows[sources[1]], rows[sources[2]], firstTarget, endTarget);
                default ->
                    add(
                            sums,
                            rows[sources[0]],
                            rows[sources[1]],
                            rows[sources[2]],
                            rows[sources[3]],
                            firstTarget,
                            endTarget);
            }
        }

        private static void add(double[] sums, double[] row, int from, int until) {
            for (int i = from; i < until; i++) {
                sums[i] = sums[i] + row[i];
            }
        }

        private static void add(double[] sums, double[] row, double[] second, int from, int until) {
            for (int i = from; i < until; i++) {
                sums[i] = sums[i] + row[i] + second[i];
            }
        }

        private static void add(double[] sums, double[] row, double[] second, double[] third, int from, int until) {
            for (int i = from; i < until; i++) {
                sums[i] = sums[i] + row[i] + second[i] + third[i];
            }
        }

        private static void add(
                double[] sums, double[] row, double[] second, double[] third, double[] fourth, int from, int until) {
            for (int i = from; i < until; i++) {
                sums[i] = sums[i] + row[i] + second[i] + third[i] + fourth[i];
            }
        }

        /** Adds one row to inputs that lie apart from their targets by an offset, negative weights further on. */
        void add(int source, int firstTarget, int endTarget, double[] input, int offset, int negativeOffset) {
            double[] row = rows[source];
            for (int i = firstTarget; i < endTarget; i++) {
                double weight = row[i];
                input[weight < 0 ? offset + negativeOffset + i : offset + i] += weight;
            }
        }
    }
}
