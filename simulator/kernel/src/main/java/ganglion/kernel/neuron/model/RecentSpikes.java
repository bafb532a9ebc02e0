package ganglion.kernel.neuron.model;

import java.util.Arrays;

/**
 * A queue of the latest spikes of a group, oldest first, from which the spikes that no longer matter are dropped. A
 * ring buffer whose length is a power of two; allocates only while it grows. Not thread-safe.
 */
final class RecentSpikes {

    private static final int FIRST_CAPACITY = 16;

    private int[] neurons = new int[FIRST_CAPACITY];
    private long[] ticks = new long[FIRST_CAPACITY];
    private int head;
    private int size;

    /** Adds a spike, not older than any other in the queue. */
    void add(int neuron, long tick) {
        if (size == neurons.length) {
            grow();
        }
        int slot = slot(size++);
        neurons[slot] = neuron;
        ticks[slot] = tick;
    }

    /** Drops all spikes before a tick. */
    void dropBefore(long tick) {
        while (size > 0 && ticks[head] < tick) {
            head = slot(1);
            size--;
        }
    }

    /** Number of spikes in the queue. */
    int size() {
        return size;
    }

    /** The neuron that fired a spike, counted from the oldest. */
    int neuron(int index) {
        return neurons[slot(index)];
    }

    /** Where a spike is in the ring; the length is a power of two, so that a mask wraps it. */
    private int slot(int index) {
        return head + index & neurons.length - 1;
    }

    /** Doubles the ring and straightens it out, oldest spike first. */
    private void grow() {
        int[] grownNeurons = Arrays.copyOf(neurons, 2 * size);
        long[] grownTicks = Arrays.copyOf(ticks, 2 * size);
        for (int i = 0; i < size; i++) {
            grownNeurons[i] = neurons[slot(i)];
            grownTicks[i] = ticks[slot(i)];
        }
        neurons = grownNeurons;
        ticks = grownTicks;
        head = 0;
    }
}
