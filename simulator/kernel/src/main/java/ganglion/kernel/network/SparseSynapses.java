package ganglion.kernel.network;

import ganglion.kernel.parallel.TaskRunner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Synapses as compressed rows: 4 bytes per synapse for its target, 4 or 8 for its weight unless all weights are equal,
 * and for its delay nothing where all are equal or where it fits into the same 4 bytes as the target, else 4. Two
 * neurons may be joined by any number of synapses. At most 2^31 - 9 synapses.
 *
 * <p>The arrays are what a simulation reads most, and it waits for memory more than it computes: 4 to 16 bytes per synapse
 * instead of 16 for each are time as well as room. Targets ascend within a delay, so that the part of a row of one delay
 * that ends on a core's neurons is found by bisection and needs no copy per core.
 *
 * <p>Immutable; safe to share between threads.
 */
public final class SparseSynapses implements StoredSynapses {

    /** Targets or weights of 4 bytes in a cache line of 64. */
    static final int SYNAPSES_PER_LINE = 16;

    /** Beyond this number of synapses of a piece, the processor reads ahead by itself. */
    private static final int MOST_READ_AHEAD = 4096;

    private final int targetSize;
    private final TargetSlice slice;
    private final boolean ofMatrix;
    private final boolean uniform;
    private final int[] rowStart;

    /** Packed with delays, as {@link #packing} says. */
    private final int[] targets;

    private final SynapseWeights weights;
    private final RowDelays delays;

    private final DelayPacking packing;

    /** Smallest delay; the largest number if there are no synapses. */
    private final int smallestDelayTicks;

    /** Largest delay; 0 if there are no synapses. */
    private final int largestDelayTicks;

    /** What does not show in the rows of a part: the whole. */
    private record Whole(int targetSize, TargetSlice slice, boolean ofMatrix, boolean uniform) {

        /** Of rows that are no part of a matrix, and uniform if they look so. */
        static Whole of(int targetSize, TargetSlice slice, int[] targets, RowLayout.Outcome layout) {
            return new Whole(targetSize, slice, false, targets.length > 0 && layout.isUniform());
        }
    }

    private SparseSynapses(Whole whole, int[] rowStart, int[] targets, RowLayout.Outcome layout) {
        this.targetSize = whole.targetSize();
        this.slice = whole.slice();
        this.ofMatrix = whole.ofMatrix();
        this.uniform = whole.uniform();
        this.rowStart = rowStart;
        this.targets = targets;
        this.weights = layout.weights();
        this.delays = layout.delays();
        this.packing = layout.packing();
        this.smallestDelayTicks = targets.length == 0 ? Integer.MAX_VALUE : layout.smallestDelayTicks();
        this.largestDelayTicks = targets.length == 0 ? 0 : layout.largestDelayTicks();
    }

    /** Collects synapses in any order. */
    public static Builder builder(int sourceSize, int targetSize) {
        return new Builder(sourceSize, targetSize, TargetSlice.whole(targetSize));
    }

    /** The same, but only of those synapses that end on some targets; others are checked and left out. */
    public static Builder builder(int sourceSize, int targetSize, TargetSlice slice) {
        slice.checkWithin(targetSize);
        return new Builder(sourceSize, targetSize, slice);
    }

    /**
     * Rows of known targets, with weights and delays computed for each synapse. Takes the arrays over.
     *
     * @param targetSize number of neurons in the target population
     * @param slice the neurons on which the synapses end
     * @param rowStart position of the first synapse of each row, with one more element to close the last row
     * @param targets the target of each synapse, ascending within a row
     * @throws IllegalArgumentException if a weight is not finite or a delay is below one tick
     */
    public static SparseSynapses ofRows(
            int targetSize,
            TargetSlice slice,
            int[] rowStart,
            int[] targets,
            SynapseParameter weights,
            SynapseParameter delays,
            TaskRunner runner) {
        slice.checkWithin(targetSize);
        if (weights instanceof SynapseParameter.Constant weight && delays instanceof SynapseParameter.Constant delay) {
            int ticks = SynapseChecks.wholeDelay(delay.value());
            SynapseWeights shared = new SynapseWeights.Shared(SynapseChecks.checkedWeight(weight.value()));
            RowLayout.Outcome layout =
                    new RowLayout.Outcome(shared, new RowDelays.Common(ticks), DelayPacking.NONE, ticks, ticks);
            return new SparseSynapses(Whole.of(targetSize, slice, targets, layout), rowStart, targets, layout);
        }
        return ofRows(targetSize, slice, rowStart, targets, RowReader.of(targets, weights, delays), runner);
    }

    /** Rows of known targets, with weights and delays from a reader, which is asked for each row twice. */
    private static SparseSynapses ofRows(
            int targetSize, TargetSlice slice, int[] rowStart, int[] targets, RowReader reader, TaskRunner runner) {
        RowLayout.Outcome layout = new RowLayout(targetSize, slice, rowStart, targets, reader, runner).layOut();
        return new SparseSynapses(Whole.of(targetSize, slice, targets, layout), rowStart, targets, layout);
    }

    /** The layout that these rows have. */
    private RowLayout.Outcome layout() {
        return new RowLayout.Outcome(weights, delays, packing, smallestDelayTicks, largestDelayTicks);
    }

    /** These rows as part of synapses that are a matrix as a whole. */
    public SparseSynapses asPartOfMatrix() {
        return new SparseSynapses(new Whole(targetSize, slice, true, uniform), rowStart, targets, layout());
    }

    /** These rows as part of synapses that are not {@linkplain #isUniform() uniform} as a whole. */
    public SparseSynapses asVaried() {
        return new SparseSynapses(new Whole(targetSize, slice, ofMatrix, false), rowStart, targets, layout());
    }

    /**
     * These rows, of which there are none, as part of synapses that are {@linkplain #isUniform() uniform} as a whole.
     *
     * @throws IllegalArgumentException if there are synapses, which are not uniform
     */
    SparseSynapses asUniform(double weight, int delayTicks) {
        if (count() > 0) {
            throw new IllegalArgumentException("synapses that differ are no part of synapses that are all alike");
        }
        RowLayout.Outcome alike = new RowLayout.Outcome(
                new SynapseWeights.Shared(weight),
                new RowDelays.Common(delayTicks),
                DelayPacking.NONE,
                delayTicks,
                delayTicks);
        return new SparseSynapses(new Whole(targetSize, slice, ofMatrix, true), rowStart, targets, alike);
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
    public TargetSlice slice() {
        return slice;
    }

    @Override
    public boolean isOfMatrix() {
        return ofMatrix;
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
        return delays.at(rowStart[source] + index);
    }

    @Override
    public int smallestDelayTicks() {
        return smallestDelayTicks;
    }

    @Override
    public int largestDelayTicks() {
        return largestDelayTicks;
    }

    @Override
    public boolean isUniform() {
        return uniform;
    }

    @Override
    public void forEachPiece(int source, int firstTarget, int endTarget, PieceConsumer consumer) {
        int from = rowStart[source];
        while (from < rowStart[source + 1]) {
            int until = endOfDelay(from, rowStart[source + 1]);
            cut(ownDelayTicks(from), from, until, firstTarget, endTarget, consumer);
            from = until;
        }
    }

    @Override
    public int endOfDelay(int position, int end) {
        if (!hasManyDelays()) {
            return end;
        }
        int next = position + 1;
        if (packing.packs()) {
            while (next < end && (targets[next] ^ targets[position]) >>> packing.bits() == 0) {
                next++;
            }
            return next;
        }
        int delay = ownDelayTicks(position);
        while (next < end && ownDelayTicks(next) == delay) {
            next++;
        }
        return next;
    }

    /** Passes on the part of a range of positions that ends on some targets, which ascend within it. */
    private void cut(int delay, int from, int until, int firstTarget, int endTarget, PieceConsumer consumer) {
        // A core that hosts all targets needs no search.
        int first = firstTarget <= slice.first() ? from : firstAtOrAfter(firstTarget, from, until);
        int end = endTarget >= slice.end() ? until : firstAtOrAfter(endTarget, first, until);
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
    public boolean hasManyDelays() {
        return !(delays instanceof RowDelays.Common);
    }

    @Override
    public SparseSynapses forRing(int firstTarget, int endTarget, int channels) {
        int size = endTarget - firstTarget;
        boolean isAll = firstTarget == slice.first() && endTarget == slice.end();
        if (isAll && channels == 1 && packing.packs()) {
            return size == targetSize ? this : laidOutForRing(size, targets, packing.fromFirst());
        }
        if (!isAll) {
            return new DividedSynapses.JoinedRows(this, firstTarget, endTarget, channels).forRing();
        }
        DelayPacking to = DelayPacking.of(TargetSlice.whole(size * channels), smallestDelayTicks, largestDelayTicks);
        int[] packed = new int[targets.length];
        for (int i = 0; i < packed.length; i++) {
            int channel = channels > 1 && weights.at(i) < 0 ? size : 0;
            packed[i] = to.pack(packing.target(targets[i]) - firstTarget + channel, ownDelayTicks(i));
        }
        return laidOutForRing(size * channels, packed, to);
    }

    /** Rows with the weights and delays of these, with targets counted from the first that a ring has room for. */
    private SparseSynapses laidOutForRing(int ringTargets, int[] packed, DelayPacking to) {
        RowLayout.Outcome layout = new RowLayout.Outcome(
                weights, new RowDelays.Packed(packed, to), to, smallestDelayTicks, largestDelayTicks);
        return laidOutForRing(ringTargets, rowStart, packed, layout);
    }

    /** Rows with delays above targets, which are counted from the first that a ring has room for. */
    static SparseSynapses laidOutForRing(int ringTargets, int[] start, int[] packed, RowLayout.Outcome layout) {
        return new SparseSynapses(
                Whole.of(ringTargets, TargetSlice.whole(ringTargets), packed, layout), start, packed, layout);
    }

    @Override
    public int ownDelayTicks(int position) {
        return delays.at(position);
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
        // Delays stand above the targets and are masked away.
        int first = offset + packing.firstTarget();
        weights.deliver(targets, packing.targetMask(), position, count, input, first, negativeOffset);
    }

    @Override
    public int deliverAhead(int position, int end, double[] ring, long spikeTick, long lastTick) {
        if (!packing.packs()) {
            throw new UnsupportedOperationException("delays are stored apart from targets");
        }
        int rotation = packing.rotation(spikeTick);
        // Where no delay is too long, the loop needs no look at them. The last delay of the row itself lies in no
        // cache.
        if (largestDelayTicks <= lastTick - spikeTick) {
            weights.deliverAhead(targets, position, end - position, ring, rotation);
            return end;
        }
        long below = lastTick - spikeTick - packing.smallestDelayTicks() + 1;
        int limit = below <= 0 ? 0 : (int) below << packing.bits();
        return weights.deliverAheadBelow(limit, targets, position, end, ring, rotation);
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
        private final TargetSlice slice;
        private int[] sources = new int[FIRST_CAPACITY];
        private int[] targets = new int[FIRST_CAPACITY];
        private double[] weights = new double[FIRST_CAPACITY];
        private int[] delaysTicks = new int[FIRST_CAPACITY];
        private int size;

        private Builder(int sourceSize, int targetSize, TargetSlice slice) {
            this.sourceSize = sourceSize;
            this.targetSize = targetSize;
            this.slice = slice;
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
            if (!slice.holds(target)) {
                return this;
            }
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
            return rows(slice, byTarget());
        }

        /**
         * The same, {@linkplain DividedSynapses divided} for the cores that host the targets if rows have many delays.
         *
         * @param shares the targets of each core, in order, each beginning where the one before ends; together those of this builder
         */
        public Synapses build(List<TargetSlice> shares) {
            boolean alike = Arrays.stream(delaysTicks, 0, size).allMatch(delay -> delay == delaysTicks[0]);
            if (alike || !DividedSynapses.canGain(shares)) {
                return build();
            }
            int[] byTarget = byTarget();
            List<SparseSynapses> parts = new ArrayList<>();
            int from = 0;
            for (TargetSlice share : shares) {
                int until = from;
                while (until < size && targets[byTarget[until]] < share.end()) {
                    until++;
                }
                parts.add(rows(share, Arrays.copyOfRange(byTarget, from, until)));
                from = until;
            }
            return parts.stream().anyMatch(SparseSynapses::hasManyDelays) ? DividedSynapses.of(parts) : build();
        }

        /**
         * Rows of some synapses. A stable sort by source of what is sorted by target gives rows with ascending targets, and twins as they
         * were given.
         */
        private SparseSynapses rows(TargetSlice share, int[] byTarget) {
            int[] order = inOrder(sources, sourceSize, byTarget);
            int[] rowStart = new int[sourceSize + 1];
            for (int i : order) {
                rowStart[sources[i] + 1]++;
            }
            for (int i = 0; i < sourceSize; i++) {
                rowStart[i + 1] += rowStart[i];
            }
            // The order by target is not needed any more: its array is used again, since at this point memory is at its
            // peak.
            int[] sortedTargets = byTarget;
            for (int i = 0; i < order.length; i++) {
                sortedTargets[i] = targets[order[i]];
            }
            return SparseSynapses.ofRows(
                    targetSize, share, rowStart, sortedTargets, reader(order), TaskRunner.SEQUENTIAL);
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

        private int[] byTarget() {
            return inOrder(targets, targetSize, IntStream.range(0, size).toArray());
        }

        /** Positions sorted by key, by counting, which costs no comparisons; equal keys keep their order. */
        private static int[] inOrder(int[] keys, int keyCount, int[] positions) {
            int[] next = new int[keyCount + 1];
            for (int position : positions) {
                next[keys[position] + 1]++;
            }
            for (int i = 0; i < keyCount; i++) {
                next[i + 1] += next[i];
            }
            int[] order = new int[positions.length];
            for (int position : positions) {
                order[next[keys[position]]++] = position;
            }
            return order;
        }
    }
}
