package ganglion.hardware.activity;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import java.util.Arrays;
import java.util.List;

/**
 * The spikes and the active neurons of successive ticks, which are the same for every placement. Different ticks of it may be
 * filled by different threads. Reused from block to block.
 */
public final class TickBlock {

    /** Bytes that the sets of active neurons of a block take at most, unless one tick takes more. */
    private static final int MOST_BYTES = 1 << 21;

    private static final int MOST_TICKS = 1024;

    private final Network network;
    private final int words;
    private final long[][] sets;
    private final boolean[] isActive;
    private final int[] firedStart;
    private final long[] tallies;
    private final int[] position;
    private int[] fired = new int[64];
    private long firstTick;
    private int ticks;

    TickBlock(Network network) {
        this.network = network;
        this.words = (network.neuronCount() + Long.SIZE - 1) / Long.SIZE;
        int capacity = Math.max(1, Math.min(MOST_TICKS, MOST_BYTES / Math.max(1, words * Long.BYTES)));
        this.sets = new long[capacity][];
        this.isActive = new boolean[capacity];
        this.firedStart = new int[capacity + 1];
        this.tallies = new long[capacity * PopulationTally.size(network)];
        this.position = new int[network.populations().size()];
    }

    /**
     * Goes on to the next ticks, whose active neurons are not known yet.
     *
     * @param spikes spikes of each population, by population index
     * @param untilTick tick after the last that there is
     */
    void next(List<SpikeRaster> spikes, long untilTick) {
        firstTick += ticks;
        ticks = (int) Math.min(sets.length, untilTick - firstTick);
        Arrays.fill(isActive, false);
        int end = 0;
        for (int i = 0; i < ticks; i++) {
            firedStart[i] = end;
            for (int p = 0; p < position.length; p++) {
                end = collect(spikes.get(p), p, firstTick + i, end);
            }
        }
        firedStart[ticks] = end;
    }

    private int collect(SpikeRaster raster, int population, long tick, int at) {
        int first = network.firstNeuron(population);
        int next = position[population];
        int end = at;
        for (; next < raster.size() && raster.tick(next) == tick; next++) {
            if (end == fired.length) {
                fired = Arrays.copyOf(fired, 2 * end);
            }
            fired[end++] = first + raster.neuron(next);
        }
        position[population] = next;
        return end;
    }

    /** Number of ticks. */
    int ticks() {
        return ticks;
    }

    /** Number of a tick by its index in the block. */
    long tick(int index) {
        return firstTick + index;
    }

    /** Number of neurons that fire in all its ticks, inputs included. */
    int firedCount() {
        return firedStart[ticks];
    }

    /** Number of neurons that fire in a tick, inputs included. */
    int firedCount(int index) {
        return firedStart[index + 1] - firedStart[index];
    }

    /** Network-wide number of a neuron that fires in a tick; ascending. */
    int fired(int index, int i) {
        return fired[firedStart[index] + i];
    }

    /** Network-wide numbers of all neurons that fire in a tick. */
    int[] fired(int index) {
        return Arrays.copyOfRange(fired, firedStart[index], firedStart[index + 1]);
    }

    /** The set of active neurons of a tick, for marking; empty when first asked for. */
    long[] mark(int index) {
        if (!isActive[index]) {
            isActive[index] = true;
            if (sets[index] == null) {
                sets[index] = new long[words];
            } else {
                Arrays.fill(sets[index], 0);
            }
        }
        return sets[index];
    }

    /** The set of active neurons of a tick; null if there is none. */
    long[] active(int index) {
        return isActive[index] ? sets[index] : null;
    }

    /** Whether there is no spike and no active neuron in a tick. */
    boolean isIdle(int index) {
        return !isActive[index] && firedCount(index) == 0;
    }

    /** Counts the activity of a tick by population. */
    void count(int index, PopulationTally tally) {
        int at = index * PopulationTally.size(network);
        tally.count(fired, firedStart[index], firedStart[index + 1], active(index), tallies, at);
    }

    /** A count of a tick by its place in the counts of {@link PopulationTally}. */
    long tally(int index, int place) {
        return tallies[index * PopulationTally.size(network) + place];
    }
}
