package ganglion.kernel.network;

import ganglion.kernel.parallel.TaskRunner;
import java.util.Arrays;

/**
 * Synapses as compressed rows: 4 bytes per synapse for its target, 4 or 8 for its weight unless all weights are equal,
 * and for its delay nothing where many synapses of a row share it, or 2 or 4 bytes where few do. Two neurons may be
 * joined by any number of synapses. At most 2^31 - 9 synapses.
 *
 * <p>The arrays are what a simulation reads most, and it waits for memory more than it computes: 4 to 16 bytes per synapse
 * instead of 16 for each are time as well as room. Targets ascend within a delay, so that the part of a row that ends on a
 * core's neurons is found by bisection and needs no copy per core.
 *
 * <p>Immutable; safe to share between threads.
 */
public final class SparseSynapses implements Synapses {

    /** Targets or weights of 4 bytes in a cache line of 64. */
    static final int SYNAPSES_PER_LINE = 16;

    /** Beyond this number of synapses of a piece, the processor reads ahead by itself. */
    private static final int MOST_READ_AHEAD = 4096;

    private final int targetSize;
    private final int[] rowStart;

    /** Packed with delays, as {@link #packing} says. */
    private final int[] targets;

    private final SynapseWeights weights;
    private final RowDelays delays;

    private final DelayPacking packing;

    private SparseSynapses(
            int targetSize,
            int[] rowStart,
            int[] targets,
            SynapseWeights weights,
            RowDelays delays,
            DelayPacking packing) {
        this.targetSize = targetSize;
        this.packing = packing;
        this.rowStart = rowStart;
        this.targets = targets;
        this.weights = weights;
        this.delays = delays;
    }

    /** Collects synapses in any order. */
    public static Builder builder(int sourceSize, int targetSize) {
        return new Builder(sourceSize, targetSize);
    }

    /**
     * Rows of known targets, with weights and delays computed for each synapse. Takes the arrays over.
     *
     * @param targetSize number of neurons in the target population
     * @param rowStart position of the first synapse of each row, with one more element to close the last row
     * @param targets the target of each synapse, ascending within a row
     * @throws IllegalArgumentException if a weight is not finite or a delay is below one tick
     */
    public static SparseSynapses ofRows(
            int targetSize,
            int[] rowStart,
            int[] targets,
            SynapseParameter weights,
            SynapseParameter delays,
            TaskRunner runner) {
        if (weights instanceof SynapseParameter.Constant weight && delays instanceof SynapseParameter.Constant delay) {
            return new SparseSynapses(
                    targetSize,
                    rowStart,
                    targets,
                    new SynapseWeights.Shared(SynapseChecks.checkedWeight(weight.value())),
                    new RowDelays.Common(SynapseChecks.wholeDelay(delay.value())),
                    DelayPacking.NONE);
        }
        return ofRows(targetSize, rowStart, targets, RowReader.of(targets, weights, delays), runner);
    }

    /** Rows of known targets, with weights and delays from a reader, which is asked for each row twice. */
    static SparseSynapses ofRows(int targetSize, int[] rowStart, int[] targets, RowReader reader, TaskRunner runner) {
        RowLayout.Outcome outcome = new RowLayout(targetSize, rowStart, targets, reader, runner).layOut();
        return new SparseSynapses(
                targetSize, rowStart, targets, outcome.weights(), outcome.delays(), outcome.packing());
    }

    @Override
    public int sourceSize() {
        return rowStart.length - 1;
    }

    @Override
    public int targetSize() {
        return targetSize;
    }

    @Override
    public long count() {
        return targets.length;
    }

    @Override
    public int firstPosition(int source) {
        return rowStart[source];
    }

    @Override
    public int outDegree(int source) {
        return rowStart[source + 1] - rowStart[source];
    }

    @Override
    public int target(int source, int index) {
        return packing.target(targets[rowStart[source] + index]);
    }

    @Override
    public double weight(int source, int index) {
        return weights.at(rowStart[source] + index);
    }

    @Override
    public int delayTicks(int source, int index) {
        return delays.at(source, rowStart[source] + index);
    }

    @Override
    public int smallestDelayTicks() {
        return targets.length == 0 ? Integer.MAX_VALUE : delays.smallest();
    }

    @Override
    public void forEachPiece(int source, int firstTarget, int endTarget, PieceConsumer consumer) {
        if (delays instanceof RowDelays.Common common) {
            cut(common.delayTicks(), rowStart[source], rowStart[source + 1], firstTarget, endTarget, consumer);
        } else if (delays instanceof RowDelays.Grouped grouped) {
            for (int group = grouped.firstGroup()[source]; group < grouped.firstGroup()[source + 1]; group++) {
                cut(
                        grouped.delayTicks()[group],
                        grouped.start()[group],
                        grouped.start()[group + 1],
                        firstTarget,
                        endTarget,
                        consumer);
            }
        } else {
            int from = rowStart[source];
            while (from < rowStart[source + 1]) {
                int until = endOfDelay(source, from);
                cut(ownDelayTicks(from), from, until, firstTarget, endTarget, consumer);
                from = until;
            }
        }
    }

    /** The position after those of a row that follow one of them with the same delay. */
    private int endOfDelay(int source, int position) {
        int end = position + 1;
        while (end < rowStart[source + 1] && ownDelayTicks(end) == ownDelayTicks(position)) {
            end++;
        }
        return end;
    }

    /** Passes on the part of a range of positions that ends on some targets, which ascend within it. */
    private void cut(int delay, int from, int until, int firstTarget, int endTarget, PieceConsumer consumer) {
        // A core that hosts the whole population needs no search.
        int first = firstTarget == 0 ? from : firstAtOrAfter(firstTarget, from, until);
        int end = endTarget == targetSize ? until : firstAtOrAfter(endTarget, first, until);
        if (end > first) {
            consumer.accept(delay, first, end - first);
        }
    }

    /** The first position in a range whose target is not before one. */
    private int firstAtOrAfter(int target, int from, int until) {
        int low = from;
        int high = until;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (packing.target(targets[middle]) < target) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public boolean hasOwnDelays() {
        return delays instanceof RowDelays.Each || delays instanceof RowDelays.EachShort;
    }

    @Override
    public Synapses restrictedTo(int firstTarget, int endTarget) {
        boolean isWhole = firstTarget == 0 && endTarget == targetSize;
        return hasOwnDelays() && !isWhole ? restricted(firstTarget, endTarget) : this;
    }

    /** A copy of the rows with only the synapses that end on some targets, at new positions. */
    private SparseSynapses restricted(int firstTarget, int endTarget) {
        int[] start = new int[rowStart.length];
        for (int source = 0; source < sourceSize(); source++) {
            start[source + 1] = start[source];
            for (int i = rowStart[source]; i < rowStart[source + 1]; i++) {
                start[source + 1] += targets[i] >= firstTarget && targets[i] < endTarget ? 1 : 0;
            }
        }
        int[] positions = new int[start[sourceSize()]];
        int next = 0;
        for (int i = 0; i < targets.length; i++) {
            if (targets[i] >= firstTarget && targets[i] < endTarget) {
                positions[next++] = i;
            }
        }
        int[] kept = new int[positions.length];
        Arrays.setAll(kept, i -> targets[positions[i]]);
        return new SparseSynapses(targetSize, start, kept, weights.at(positions), delays.at(positions), packing);
    }

    @Override
    public int ownDelayTicks(int position) {
        return delays.at(0, position);
    }

    @Override
    public double weightAt(int position) {
        return weights.at(position);
    }

    @Override
    public void listTargets(int position, int count, int shift, int[] list, int at) {
        for (int i = 0; i < count; i++) {
            list[at + i] = packing.target(targets[position + i]) + shift;
        }
    }

    @Override
    public void deliver(int position, int count, double[] input, int offset, int negativeOffset) {
        // Delays stand above the targets and are masked away; unpacked rows are spared the mask.
        if (packing.packs()) {
            weights.deliverMasked(targets, packing.targetMask(), position, count, input, offset, negativeOffset);
        } else {
            weights.deliver(targets, position, count, input, offset, negativeOffset);
        }
    }

    @Override
    public int bitsBelowDelay() {
        return packing.bits();
    }

    @Override
    public void deliverAhead(int position, int count, double[] ring, long spikeTick) {
        if (!packing.packs()) {
            throw new UnsupportedOperationException("delays are stored apart from targets");
        }
        weights.deliverAhead(targets, position, count, ring, packing.rotation(spikeTick));
    }

    @Override
    public int deliverListing(int position, int count, double[] input, int offset, int shift, int[] list, int at) {
        if (packing.packs()) {
            deliver(position, count, input, offset, 0);
            listTargets(position, count, shift, list, at);
            return at + count;
        }
        return weights.deliverListing(targets, position, position + count, input, offset, shift, list, at);
    }

    @Override
    public long readAhead(int position, int count) {
        long sum = 0;
        int end = position + Math.min(count, MOST_READ_AHEAD);
        // One element per cache line is enough to fetch the line.
        for (int i = position; i < end; i += SYNAPSES_PER_LINE) {
            sum += targets[i];
        }
        return sum + weights.readAhead(position, end);
    }

    /**
     * Grows the rows synapse by synapse, in any order. Two stable sorts by counting, first by target and then by source,
     * bring them into rows and keep twins in the order in which they were given. Not thread-safe.
     */
    public static final class Builder {

        private static final int FIRST_CAPACITY = 64;

        private final int sourceSize;
        private final int targetSize;
        private int[] sources = new int[FIRST_CAPACITY];
        private int[] targets = new int[FIRST_CAPACITY];
        private double[] weights = new double[FIRST_CAPACITY];
        private int[] delaysTicks = new int[FIRST_CAPACITY];
        private int size;

        private Builder(int sourceSize, int targetSize) {
            this.sourceSize = sourceSize;
            this.targetSize = targetSize;
        }

        /**
         * Adds one synapse.
         *
         * @param delayTicks at least 1
         * @throws IllegalArgumentException if a neuron does not exist, the weight is not finite or the delay below one tick
         */
        public Builder add(int source, int target, double weight, int delayTicks) {
            if (source < 0 || source >= sourceSize) {
                throw new IllegalArgumentException("there is no source neuron " + source + " among " + sourceSize);
            }
            if (target < 0 || target >= targetSize) {
                throw new IllegalArgumentException("there is no target neuron " + target + " among " + targetSize);
            }
            SynapseChecks.checkWeight(weight);
            SynapseChecks.checkDelay(delayTicks);
            if (size == sources.length) {
                grow();
            }
            sources[size] = source;
            targets[size] = target;
            weights[size] = weight;
            delaysTicks[size++] = delayTicks;
            return this;
        }

        /** Grows by half: doubling would need three times the memory for a moment. */
        private void grow() {
            int capacity = Math.max(size + 1, (int) Math.min(Integer.MAX_VALUE - 8, size + (size >> 1) + 64L));
            sources = Arrays.copyOf(sources, capacity);
            targets = Arrays.copyOf(targets, capacity);
            weights = Arrays.copyOf(weights, capacity);
            delaysTicks = Arrays.copyOf(delaysTicks, capacity);
        }

        /** The rows of all synapses added so far. Sorts by counting, in time proportional to synapses and neurons. */
        public SparseSynapses build() {
            // A sort by target, then a stable sort by source: rows with ascending targets, twins as they were given.
            // Sorting by counting costs no comparisons.
            int[] byTarget = stableOrder(targets, targetSize, null);
            int[] order = stableOrder(sources, sourceSize, byTarget);
            int[] rowStart = new int[sourceSize + 1];
            for (int i = 0; i < size; i++) {
                rowStart[sources[i] + 1]++;
            }
            for (int i = 0; i < sourceSize; i++) {
                rowStart[i + 1] += rowStart[i];
            }
            // The order by target is not needed any more: its array is used again, since at this point memory is at its
            // peak.
            int[] sortedTargets = byTarget;
            for (int i = 0; i < size; i++) {
                sortedTargets[i] = targets[order[i]];
            }
            return SparseSynapses.ofRows(targetSize, rowStart, sortedTargets, reader(order), TaskRunner.SEQUENTIAL);
        }

        /** Reads rows from the collected synapses, in their sorted order. */
        private RowReader reader(int[] order) {
            return new RowReader() {
                @Override
                public void readWeights(int row, int from, int until, RowBuffer buffer) {
                    for (int i = from; i < until; i++) {
                        buffer.weights[i - from] = weights[order[i]];
                    }
                }

                @Override
                public void readDelays(int row, int from, int until, RowBuffer buffer) {
                    for (int i = from; i < until; i++) {
                        buffer.delaysTicks[i - from] = delaysTicks[order[i]];
                    }
                }
            };
        }

        /** Positions sorted by key; equal keys keep the order of {@code previous} (of insertion, where it is null). */
        private int[] stableOrder(int[] keys, int keyCount, int[] previous) {
            int[] next = new int[keyCount + 1];
            for (int i = 0; i < size; i++) {
                next[keys[i] + 1]++;
            }
            for (int i = 0; i < keyCount; i++) {
                next[i + 1] += next[i];
            }
            int[] order = new int[size];
            for (int i = 0; i < size; i++) {
                int position = previous == null ? i : previous[i];
                order[next[keys[position]]++] = position;
            }
            return order;
        }
    }
}
