package ganglion.kernel.event;

import java.util.Arrays;

/**
 * Spikes that one core emitted within one window, in order of (tick, neuron), with network-wide neuron numbers. This is
 * what travels between cores: one batch per window, whatever the number of synapses behind it. The receiver finds the
 * synapses itself, in its own rows, so that a spike costs 12 bytes on the way and not 12 per synapse. Immutable; safe
 * to share.
 */
public final class SpikeBatch {

    /** A batch without spikes. */
    public static final SpikeBatch EMPTY = new SpikeBatch(new long[0], new int[0]);

    private final long[] ticks;
    private final int[] neurons;

    private SpikeBatch(long[] ticks, int[] neurons) {
        this.ticks = ticks;
        this.neurons = neurons;
    }

    /** Copies the first {@code size} spikes of two parallel arrays, already in order of (tick, neuron). */
    public static SpikeBatch copyOf(long[] ticks, int[] neurons, int size) {
        return size == 0 ? EMPTY : new SpikeBatch(Arrays.copyOf(ticks, size), Arrays.copyOf(neurons, size));
    }

    /** The spikes before a tick. */
    public SpikeBatch before(long tick) {
        int end = countBefore(tick);
        return end == size() ? this : copyOf(ticks, neurons, end);
    }

    /** The spikes from a tick on. */
    public SpikeBatch from(long tick) {
        int start = countBefore(tick);
        return start == 0
                ? this
                : copyOf(
                        Arrays.copyOfRange(ticks, start, size()),
                        Arrays.copyOfRange(neurons, start, size()),
                        size() - start);
    }

    private int countBefore(long tick) {
        int count = size();
        while (count > 0 && ticks[count - 1] >= tick) {
            count--;
        }
        return count;
    }

    /** Number of spikes. */
    public int size() {
        return ticks.length;
    }

    /** Tick of the spike at a position. */
    public long tick(int index) {
        return ticks[index];
    }

    /** Network-wide number of the neuron that fired the spike at a position. */
    public int neuron(int index) {
        return neurons[index];
    }
}
