package ganglion.kernel.network;

import java.util.ArrayList;
import java.util.List;

/**
 * Compressed rows that are stored part by part: each part holds the synapses that end on some successive targets, in rows of its own.
 * A core that hosts just the targets of a part takes it as it is. From undivided rows of many delays it would need a copy, because
 * the synapses of a row are stored in order of delay and those of a core lie all over it.
 *
 * <p>Within a row, synapses are in order of part, and within a part in order of delay, target and twin. Input is summed as from
 * undivided rows: what reaches one target lies in one part. Into which parts a projection is divided must not show in any result;
 * it follows from the number of threads.
 *
 * <p>Spikes are delivered from the {@link #within parts}. Immutable; safe to share between threads.
 */
public final class DividedSynapses implements Synapses {

    /** Most synapses that positions can number. */
    private static final int MOST_SYNAPSES = Integer.MAX_VALUE - 8;

    private final SparseSynapses[] parts;
    private final TargetSlice slice;
    private final int count;

    private DividedSynapses(SparseSynapses[] parts, TargetSlice slice, int count) {
        this.parts = parts;
        this.slice = slice;
        this.count = count;
    }

    /** Whether rows of many delays gain by being divided into some slices: there are several, and none is empty. */
    public static boolean canGain(List<TargetSlice> slices) {
        return slices.size() > 1 && slices.stream().noneMatch(TargetSlice::isEmpty);
    }

    /**
     * Parts as one whole.
     *
     * @param parts of one projection, in order of their targets, each ending where the next begins; delays differ within one of them
     * @throws IllegalArgumentException if they are not such parts, or have more than 2^31 - 9 synapses together
     */
    public static DividedSynapses of(List<SparseSynapses> parts) {
        long count = 0;
        int end = parts.get(0).slice().first();
        boolean manyDelays = false;
        for (SparseSynapses part : parts) {
            if (part.sourceSize() != parts.get(0).sourceSize()
                    || part.targetSize() != parts.get(0).targetSize()
                    || part.slice().first() != end) {
                throw new IllegalArgumentException("these are no successive parts of one projection");
            }
            end = part.slice().end();
            count += part.count();
            manyDelays |= part.hasManyDelays();
        }
        if (!manyDelays) {
            throw new IllegalArgumentException("delays are alike within each part: nothing is gained by dividing them");
        }
        if (count > MOST_SYNAPSES) {
            throw new IllegalArgumentException(
                    "a projection holds at most " + MOST_SYNAPSES + " synapses; divide its target population");
        }
        TargetSlice slice = new TargetSlice(parts.get(0).slice().first(), end);
        return new DividedSynapses(parts.toArray(new SparseSynapses[0]), slice, (int) count);
    }

    @Override
    public int sourceSize() {
        return parts[0].sourceSize();
    }

    @Override
    public int targetSize() {
        return parts[0].targetSize();
    }

    @Override
    public TargetSlice slice() {
        return slice;
    }

    @Override
    public boolean isOfMatrix() {
        return false;
    }

    @Override
    public long count() {
        return count;
    }

    @Override
    public int firstPosition(int source) {
        int before = 0;
        for (SparseSynapses part : parts) {
            before += part.firstPosition(source);
        }
        return before;
    }

    @Override
    public int outDegree(int source) {
        int degree = 0;
        for (SparseSynapses part : parts) {
            degree += part.outDegree(source);
        }
        return degree;
    }

    /** A synapse in its part. */
    private record Place(SparseSynapses part, int index) {}

    private Place place(int source, int index) {
        int left = index;
        for (SparseSynapses part : parts) {
            int degree = part.outDegree(source);
            if (left < degree) {
                return new Place(part, left);
            }
            left -= degree;
        }
        throw new IndexOutOfBoundsException("no synapse " + index + " of source neuron " + source);
    }

    @Override
    public int target(int source, int index) {
        Place at = place(source, index);
        return at.part.target(source, at.index);
    }

    @Override
    public double weight(int source, int index) {
        Place at = place(source, index);
        return at.part.weight(source, at.index);
    }

    @Override
    public int delayTicks(int source, int index) {
        Place at = place(source, index);
        return at.part.delayTicks(source, at.index);
    }

    @Override
    public int smallestDelayTicks() {
        int smallest = Integer.MAX_VALUE;
        for (SparseSynapses part : parts) {
            smallest = Math.min(smallest, part.smallestDelayTicks());
        }
        return smallest;
    }

    @Override
    public int largestDelayTicks() {
        int largest = 0;
        for (SparseSynapses part : parts) {
            largest = Math.max(largest, part.largestDelayTicks());
        }
        return largest;
    }

    @Override
    public boolean isUniform() {
        return false;
    }

    @Override
    public boolean hasManyDelays() {
        return true;
    }

    @Override
    public List<StoredSynapses> within(int firstTarget, int endTarget) {
        List<StoredSynapses> within = new ArrayList<>();
        for (SparseSynapses part : parts) {
            if (part.slice().first() < endTarget && part.slice().end() > firstTarget) {
                within.add(part);
            }
        }
        return within;
    }

    @Override
    public StoredSynapses forRing(int firstTarget, int endTarget, int channels) {
        List<StoredSynapses> within = within(firstTarget, endTarget);
        return within.size() == 1
                ? within.get(0).forRing(firstTarget, endTarget, channels)
                : new JoinedRows(this, firstTarget, endTarget, channels).forRing();
    }

    /**
     * Joins the synapses of a projection that end on some targets into rows for a ring, whose delays ascend from their first synapse to
     * their last: for a core that hosts other targets than one part of it.
     */
    static final class JoinedRows {

        private final Synapses synapses;
        private final List<StoredSynapses> parts;
        private final int firstTarget;
        private final int endTarget;
        private final int channels;
        private final DelayPacking packing;

        private int[] packed = new int[0];
        private double[] weights = new double[0];
        private int next;

        /**
         * @param firstTarget the first of the targets that the ring is for
         * @param endTarget the end of these targets, exclusive
         * @param channels as in {@link Synapses#forRing}
         */
        JoinedRows(Synapses synapses, int firstTarget, int endTarget, int channels) {
            this.synapses = synapses;
            this.parts = synapses.within(firstTarget, endTarget);
            this.firstTarget = firstTarget;
            this.endTarget = endTarget;
            this.channels = channels;
            int sums = (endTarget - firstTarget) * channels;
            this.packing = DelayPacking.of(
                    TargetSlice.whole(sums), synapses.smallestDelayTicks(), synapses.largestDelayTicks());
        }

        /** The rows, with targets counted from the first. */
        SparseSynapses forRing() {
            int[] start = new int[synapses.sourceSize() + 1];
            for (int source = 0; source < synapses.sourceSize(); source++) {
                start[source + 1] = start[source] + count(source);
            }
            packed = new int[start[synapses.sourceSize()]];
            weights = new double[packed.length];
            for (int source = 0; source < synapses.sourceSize(); source++) {
                join(source);
            }
            int sums = (endTarget - firstTarget) * channels;
            return SparseSynapses.laidOutForRing(
                    sums,
                    start,
                    packed,
                    new RowLayout.Outcome(
                            SynapseWeights.of(weights),
                            new RowDelays.Packed(packed, packing),
                            packing,
                            synapses.smallestDelayTicks(),
                            synapses.largestDelayTicks()));
        }

        private int count(int source) {
            int[] count = new int[1];
            for (StoredSynapses part : parts) {
                part.forEachPiece(source, firstTarget, endTarget, (delay, position, length) -> count[0] += length);
            }
            return count[0];
        }

        /** Goes through the parts of a row delay by delay: parts come in order of their targets. */
        private void join(int source) {
            int[] at = new int[parts.size()];
            for (int delay = nextDelay(source, at); delay < Integer.MAX_VALUE; delay = nextDelay(source, at)) {
                for (int p = 0; p < at.length; p++) {
                    StoredSynapses part = parts.get(p);
                    while (at[p] < part.outDegree(source) && part.delayTicks(source, at[p]) == delay) {
                        add(part.target(source, at[p]), part.weight(source, at[p]), delay);
                        at[p]++;
                    }
                }
            }
        }

        /** The smallest delay of what is left of a row; the largest number if nothing is. */
        private int nextDelay(int source, int[] at) {
            int smallest = Integer.MAX_VALUE;
            for (int p = 0; p < at.length; p++) {
                if (at[p] < parts.get(p).outDegree(source)) {
                    smallest = Math.min(smallest, parts.get(p).delayTicks(source, at[p]));
                }
            }
            return smallest;
        }

        private void add(int target, double weight, int delay) {
            if (target >= firstTarget && target < endTarget) {
                int channel = channels > 1 && weight < 0 ? endTarget - firstTarget : 0;
                packed[next] = packing.pack(target - firstTarget + channel, delay);
                weights[next++] = weight;
            }
        }
    }
}
