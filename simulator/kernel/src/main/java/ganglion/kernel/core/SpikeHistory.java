package ganglion.kernel.core;

import ganglion.kernel.plasticity.SynapseChanges;
import java.util.Arrays;

/**
 * The spikes of some neurons that plastic synapses have still to take into account, latest first for each neuron, each
 * with the variables that its neuron had right before it. Kept in one log, so that quiet neurons cost nothing but their newest
 * spike. The log starts with a spike that stands for none: long ago, with variables at rest, and before the first of each neuron.
 *
 * <p>Variables are stored with the spike and taken to later ticks on demand. They are the same whenever they are asked for,
 * so that the weights do not depend on how often or when they are brought up to date.
 *
 * <p>Questions are asked for whole rows of synapses. Which of them has how many spikes to take in is anyone's guess, above
 * all the processor's: its branches would be mispredicted. So the loops here have none. They write each candidate at the end
 * of a list, and let the list grow only if it belongs there.
 *
 * <p>Not thread-safe: owned by the {@link PlasticRows} of one core.
 */
final class SpikeHistory {

    /** The spike that stands for none. */
    static final int NONE = 0;

    /** Its tick: before all others, and far from overflow where ticks are subtracted. */
    private static final long LONG_AGO = Long.MIN_VALUE / 4;

    private final SynapseChanges changes;
    private final double[] rest;
    private final int[] newest;
    private long[] ticks = new long[64];
    private double[] before;
    private int[] previous = new int[64];
    private int[] neurons = new int[64];
    /** Number of entries of the log, that for no spike included. */
    private int end = 1;
    /** Which spikes are later than asked for; reused. */
    private int[] late = new int[0];

    SpikeHistory(int neurons, SynapseChanges changes) {
        this.changes = changes;
        this.newest = new int[neurons];
        rest = changes.targetAtRest();
        before = Arrays.copyOf(rest, 64 * rest.length);
        ticks[NONE] = LONG_AGO;
    }

    /**
     * Adds a spike, later than all others of its neuron.
     *
     * @throws RuntimeException see {@link SynapseChanges#diverged}
     */
    void add(int neuron, long tick) {
        if (end == ticks.length) {
            ticks = Arrays.copyOf(ticks, 2 * end);
            before = Arrays.copyOf(before, 2 * end * rest.length);
            previous = Arrays.copyOf(previous, 2 * end);
            neurons = Arrays.copyOf(neurons, 2 * end);
        }
        int last = newest[neuron];
        int at = end * rest.length;
        System.arraycopy(before, last * rest.length, before, at, rest.length);
        if (last != NONE) {
            changes.passTarget(before, at, tick - ticks[last]);
            for (int i = at; i < at + rest.length; i++) {
                if (!Double.isFinite(before[i])) {
                    throw changes.diverged(tick);
                }
            }
        }
        append(neuron, tick);
    }

    /** Adds a spike, whose variables are there, at the end of the log, and links it to the spike before it. */
    private void append(int neuron, long tick) {
        ticks[end] = tick;
        previous[end] = newest[neuron];
        neurons[end] = neuron;
        newest[neuron] = end++;
    }

    /** Number of spikes in the log. */
    int size() {
        return end - 1;
    }

    /** The ticks of all spikes, by number; to be read until a spike is added. */
    long[] ticks() {
        return ticks;
    }

    /** The variables right before each spike, side by side; to be read until a spike is added. */
    double[] before() {
        return before;
    }

    /** The spike of the same neuron before another; {@link #NONE} before the first that is kept. */
    int previous(int spike) {
        return previous[spike];
    }

    /** 1 if the first tick is after the second, else 0. */
    private static int after(long first, long second) {
        return (int) (second - first >>> Long.SIZE - 1);
    }

    /**
     * Finds the latest spikes up to a tick; {@link #NONE} where there is none.
     *
     * @param of neurons, {@code count} of them
     * @param spikes receives for each the spike
     */
    void findLatest(int[] of, int count, long tick, int[] spikes) {
        if (late.length < count) {
            late = new int[2 * count];
        }
        int lateCount = 0;
        for (int i = 0; i < count; i++) {
            int spike = newest[of[i]];
            spikes[i] = spike;
            late[lateCount] = i;
            lateCount += after(ticks[spike], tick);
        }
        while (lateCount > 0) {
            int still = 0;
            for (int k = 0; k < lateCount; k++) {
                int i = late[k];
                int spike = previous[spikes[i]];
                spikes[i] = spike;
                late[still] = i;
                still += after(ticks[spike], tick);
            }
            lateCount = still;
        }
    }

    /**
     * Lists the spikes after a tick.
     *
     * @param latest the spikes to go back from, {@code count} of them; each is the first of its number in the list
     * @param list receives them, so that of each number the latest comes first
     */
    void listSince(int[] latest, int count, long tick, SpikeList list) {
        list.reserve(count);
        int size = 0;
        for (int i = 0; i < count; i++) {
            list.number[size] = i;
            list.spike[size] = latest[i];
            size += after(ticks[latest[i]], tick);
        }
        int from = 0;
        while (from < size) {
            int until = size;
            list.reserve(until + until - from);
            int[] number = list.number;
            int[] spike = list.spike;
            for (int k = from; k < until; k++) {
                int before = previous[spike[k]];
                number[size] = number[k];
                spike[size] = before;
                size += after(ticks[before], tick);
            }
            from = until;
        }
        list.size = size;
    }

    /**
     * Forgets the spikes up to a tick, except the latest of them for each neuron, which holds the variables that all before it have left.
     */
    void forgetUntil(long tick) {
        int kept = 1;
        for (int spike = 1; spike < end; spike++) {
            boolean isKept = ticks[spike] > tick || isLatestUntil(spike, tick);
            if (isKept) {
                ticks[kept] = ticks[spike];
                System.arraycopy(before, spike * rest.length, before, kept * rest.length, rest.length);
                neurons[kept++] = neurons[spike];
            }
        }
        // The chains from spike to spike hold positions, which have moved: link the spikes that are left once more.
        end = 1;
        Arrays.fill(newest, NONE);
        for (int spike = 1; spike < kept; spike++) {
            append(neurons[spike], ticks[spike]);
        }
    }

    /** Whether all later spikes of its neuron come after a tick. Asked only for spikes up to that tick. */
    private boolean isLatestUntil(int spike, long tick) {
        int later = newest[neurons[spike]];
        while (later != spike && ticks[later] > tick) {
            later = previous[later];
        }
        return later == spike;
    }
}
