package ganglion.learning.eventprop.grid;

import ganglion.learning.eventprop.DelayedSynapses;
import java.util.Arrays;

/** Spikes on their way through the synapses of a connection, by the tick of their arrival. For one use. */
final class TickArrivals {

    private static final int LEAST_ROOM = 8;

    private final DelayedSynapses synapses;

    /** Delay of each synapse, or of all, in ticks. */
    private final int[] delays;

    private final int ticks;

    /** What arrives at each tick, up to the longest delay from now, as a ring: synapses, or sources where all share a delay. */
    private final int[][] due;

    private final int[] sizes;

    /** @param ticks what arrives later is lost */
    TickArrivals(DelayedSynapses synapses, TickClock clock, int ticks) {
        this.synapses = synapses;
        this.ticks = ticks;
        this.delays = Arrays.stream(synapses.delays()).mapToInt(clock::ticksOf).toArray();
        int ring = 1 + Math.min(ticks, Arrays.stream(delays).max().orElseThrow());
        this.due = new int[ring][0];
        this.sizes = new int[ring];
    }

    /** Lets a source fire. */
    void send(int tick, int source) {
        if (synapses.sharesDelay()) {
            put((long) tick + delays[0], source);
            return;
        }
        int first = source * synapses.targets();
        for (int k = first; k < first + synapses.targets(); k++) {
            put((long) tick + delays[k], k);
        }
    }

    private void put(long tick, int entry) {
        if (tick >= ticks) {
            return;
        }
        int slot = (int) (tick % due.length);
        if (sizes[slot] == due[slot].length) {
            due[slot] = Arrays.copyOf(due[slot], Math.max(LEAST_ROOM, 2 * sizes[slot]));
        }
        due[slot][sizes[slot]++] = entry;
    }

    /** Adds the weights that arrive at a tick, each tick once, in ascending order. */
    void deliver(int tick, double[] into) {
        int slot = tick % due.length;
        for (int e = 0; e < sizes[slot]; e++) {
            int entry = due[slot][e];
            if (synapses.sharesDelay()) {
                double[] row = synapses.row(entry);
                for (int j = 0; j < row.length; j++) {
                    into[j] += row[j];
                }
            } else {
                into[entry % synapses.targets()] += synapses.weights()[entry];
            }
        }
        sizes[slot] = 0;
    }
}
