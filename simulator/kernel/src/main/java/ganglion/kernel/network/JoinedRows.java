package ganglion.kernel.network;

import java.util.List;

/**
 * Joins the rows of several parts of a projection into rows for a ring, whose delays ascend from their first synapse to their last:
 * for a core that hosts targets of more than one part.
 */
final class JoinedRows {

    private final DividedSynapses synapses;
    private final List<StoredSynapses> parts;
    private final int firstTarget;
    private final int endTarget;
    private final int channels;
    private final DelayPacking packing;

    private int[] packed = new int[0];
    private double[] weights = new double[0];
    private int next;

    /**
     * @param parts those that hold any of the targets, in order of their targets
     * @param firstTarget the first of the targets that the ring is for
     * @param endTarget the end of these targets, exclusive
     * @param channels as in {@link Synapses#forRing}
     */
    JoinedRows(DividedSynapses synapses, List<StoredSynapses> parts, int firstTarget, int endTarget, int channels) {
        this.synapses = synapses;
        this.parts = parts;
        this.firstTarget = firstTarget;
        this.endTarget = endTarget;
        this.channels = channels;
        int sums = (endTarget - firstTarget) * channels;
        this.packing =
                DelayPacking.of(TargetSlice.whole(sums), synapses.smallestDelayTicks(), synapses.largestDelayTicks());
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
