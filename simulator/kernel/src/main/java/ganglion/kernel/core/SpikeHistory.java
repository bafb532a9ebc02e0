package ganglion.kernel.core;

import java.util.Arrays;

/**
 * The spikes of some neurons that plastic synapses have still to take into account, latest first for each neuron, each
 * with the trace of its neuron right after it. Kept in one log, so that quiet neurons cost nothing but their newest
 * spike.
 *
 * <p>A trace is stored with the spike and decayed on demand. It is the same product of powers whenever it is asked for,
 * so that the weights do not depend on how often or when they are brought up to date.
 *
 * <p>Not thread-safe: owned by the {@link PlasticRows} of one core.
 */
final class SpikeHistory {

    /** Stands for no spike. */
    static final int NONE = -1;

    private final DecayTable decay;
    private final int[] newest;
    private long[] ticks = new long[64];
    private double[] traces = new double[64];
    private int[] previous = new int[64];
    private int[] neurons = new int[64];
    private int size;

    SpikeHistory(int neurons, DecayTable decay) {
        this.decay = decay;
        this.newest = new int[neurons];
        Arrays.fill(newest, NONE);
    }

    /** Adds a spike, later than all others of its neuron. */
    void add(int neuron, long tick) {
        if (size == ticks.length) {
            ticks = Arrays.copyOf(ticks, 2 * size);
            traces = Arrays.copyOf(traces, 2 * size);
            previous = Arrays.copyOf(previous, 2 * size);
            neurons = Arrays.copyOf(neurons, 2 * size);
        }
        int before = newest[neuron];
        double trace = before == NONE ? 1 : traces[before] * decay.after(tick - ticks[before]) + 1;
        append(neuron, tick, trace);
    }

    /** Adds a spike with its trace at the end of the log, and links it to the spike before it. */
    private void append(int neuron, long tick, double trace) {
        ticks[size] = tick;
        traces[size] = trace;
        previous[size] = newest[neuron];
        neurons[size] = neuron;
        newest[neuron] = size++;
    }

    /** Number of spikes in the log. */
    int size() {
        return size;
    }

    /** Index of the latest spike of a neuron; {@link #NONE} if it has not fired. */
    int newest(int neuron) {
        return newest[neuron];
    }

    /** Index of the spike of the same neuron before another; {@link #NONE} before the first that is kept. */
    int previous(int spike) {
        return previous[spike];
    }

    /** Tick of a spike. */
    long tick(int spike) {
        return ticks[spike];
    }

    /** What is left at a tick, strictly after a spike, of the trace of that spike and those before it. */
    double traceAt(int spike, long tick) {
        return spike == NONE ? 0 : traces[spike] * decay.after(tick - ticks[spike]);
    }

    /**
     * Forgets the spikes up to a tick, except the latest of them for each neuron, which holds the trace of all before
     * it.
     */
    void forgetUntil(long tick) {
        int kept = 0;
        for (int spike = 0; spike < size; spike++) {
            boolean isKept = ticks[spike] > tick || isLatestUntil(spike, tick);
            if (isKept) {
                ticks[kept] = ticks[spike];
                traces[kept] = traces[spike];
                neurons[kept++] = neurons[spike];
            }
        }
        // The chains from spike to spike hold positions, which have moved: link the spikes that are left once more.
        size = 0;
        Arrays.fill(newest, NONE);
        for (int spike = 0; spike < kept; spike++) {
            append(neurons[spike], ticks[spike], traces[spike]);
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
