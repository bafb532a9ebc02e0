package ganglion.hardware.precision;

import ganglion.kernel.event.SpikeRaster;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * The difference between the spikes of a population as given and in a chip's bits.
 *
 * @param spikesBefore spikes as given
 * @param spikesAfter spikes in the chip's bits
 * @param ticksEarlier by how much the chip is ahead of the spikes as given: it has no delays
 * @param spikesCommon spikes of the same neuron at the same tick in both, but for that
 * @param firstDifferentTick the first tick of the chip at which a spike is in one and not in the other; empty if all are common
 */
public record RasterChange(
        long spikesBefore, long spikesAfter, int ticksEarlier, long spikesCommon, OptionalLong firstDifferentTick) {

    /**
     * The changes of all populations.
     *
     * @param earlier {@link #ticksEarlier} of each
     * @throws IllegalArgumentException if the numbers of rasters differ
     */
    public static List<RasterChange> of(List<SpikeRaster> before, List<SpikeRaster> after, int[] earlier) {
        if (before.size() != after.size()) {
            throw new IllegalArgumentException(
                    "found " + after.size() + " rasters, expected one for each of the " + before.size() + " before");
        }
        List<RasterChange> changes = new ArrayList<>();
        for (int p = 0; p < before.size(); p++) {
            changes.add(of(before.get(p), after.get(p), earlier[p]));
        }
        return changes;
    }

    /** The change of one population. */
    public static RasterChange of(SpikeRaster before, SpikeRaster after, int earlier) {
        int i = 0;
        int k = 0;
        long common = 0;
        long first = Long.MAX_VALUE;
        while (i < before.size() || k < after.size()) {
            int order = compare(before, i, after, k, earlier);
            if (order == 0) {
                common++;
            } else {
                first = Math.min(first, order < 0 ? before.tick(i) - earlier : after.tick(k));
            }
            i += order <= 0 ? 1 : 0;
            k += order >= 0 ? 1 : 0;
        }
        OptionalLong firstTick = first == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(first);
        return new RasterChange(before.size(), after.size(), earlier, common, firstTick);
    }

    private static int compare(SpikeRaster before, int i, SpikeRaster after, int k, int earlier) {
        if (i == before.size() || k == after.size()) {
            return i == before.size() ? 1 : -1;
        }
        int byTick = Long.compare(before.tick(i) - earlier, after.tick(k));
        return byTick != 0 ? byTick : Integer.compare(before.neuron(i), after.neuron(k));
    }
}
