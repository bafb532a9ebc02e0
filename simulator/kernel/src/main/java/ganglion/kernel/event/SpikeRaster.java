package ganglion.kernel.event;

import java.util.Arrays;

/**
 * The spikes of one population, sorted by tick and then by neuron, without repeats. Stored as two flat arrays, so that a
 * raster of millions of spikes costs twelve bytes each. Immutable and safe to share between threads.
 */
public final class SpikeRaster {

    private final int neuronCount;
    private final long[] ticks;
    private final int[] neurons;
    private final int merged;

    private SpikeRaster(int neuronCount, long[] ticks, int[] neurons, int merged) {
        this.neuronCount = neuronCount;
        this.ticks = ticks;
        this.neurons = neurons;
        this.merged = merged;
    }

    /** A raster without spikes, of a population of the given size. */
    public static SpikeRaster empty(int neuronCount) {
        return new Builder(neuronCount).build();
    }

    /** Collects spikes in any order. */
    public static Builder builder(int neuronCount) {
        return new Builder(neuronCount);
    }

    /** Number of neurons in the population, firing or not. */
    public int neuronCount() {
        return neuronCount;
    }

    /** Number of spikes. */
    public int size() {
        return ticks.length;
    }

    /** Spikes that were given and are one with another of their neuron and tick, which equality does not regard. */
    public int merged() {
        return merged;
    }

    /** Tick of spike {@code index}, with indices in order of (tick, neuron). */
    public long tick(int index) {
        return ticks[index];
    }

    /** Neuron that fired spike {@code index}, from 0 to {@link #neuronCount()} - 1. */
    public int neuron(int index) {
        return neurons[index];
    }

    /** Index of the first spike at or after a tick; {@link #size()} if there is none. Costs O(log spikes). */
    public int firstIndexAt(long tick) {
        int low = 0;
        int high = ticks.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ticks[middle] < tick) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Spikes of each neuron within [from, until), by neuron. */
    public int[] countsByNeuron(long from, long until) {
        int[] counts = new int[neuronCount];
        for (int i = firstIndexAt(from); i < ticks.length && ticks[i] < until; i++) {
            counts[neurons[i]]++;
        }
        return counts;
    }

    /** The spikes within [from, until), with their ticks unchanged. */
    public SpikeRaster between(long from, long until) {
        int first = firstIndexAt(from);
        int last = Math.max(first, firstIndexAt(until));
        return new SpikeRaster(
                neuronCount, Arrays.copyOfRange(ticks, first, last), Arrays.copyOfRange(neurons, first, last), 0);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SpikeRaster that
                && neuronCount == that.neuronCount
                && Arrays.equals(ticks, that.ticks)
                && Arrays.equals(neurons, that.neurons);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * neuronCount + Arrays.hashCode(ticks)) + Arrays.hashCode(neurons);
    }

    @Override
    public String toString() {
        return "SpikeRaster[" + neuronCount + " neurons, " + ticks.length + " spikes]";
    }

    /**
     * Grows a raster spike by spike. Cores add their spikes in order, one core after the other, so that a raster is a
     * sequence of sorted runs; {@link #build} merges them, and costs nothing where all came in order. Not thread-safe.
     */
    public static final class Builder {

        private static final int FIRST_CAPACITY = 64;

        private final int neuronCount;
        private long[] ticks = new long[FIRST_CAPACITY];
        private int[] neurons = new int[FIRST_CAPACITY];
        private int size;
        private int merged;
        private boolean sorted = true;

        private Builder(int neuronCount) {
            if (neuronCount < 0) {
                throw new IllegalArgumentException("a population cannot have " + neuronCount + " neurons");
            }
            this.neuronCount = neuronCount;
        }

        /**
         * Adds one spike.
         *
         * @throws IllegalArgumentException if the tick is negative or the population has no such neuron
         */
        public Builder add(long tick, int neuron) {
            if (tick < 0) {
                throw new IllegalArgumentException("a spike cannot have the negative tick " + tick);
            }
            if (neuron < 0 || neuron >= neuronCount) {
                throw new IllegalArgumentException(
                        "there is no neuron " + neuron + " in a population of " + neuronCount);
            }
            if (size == ticks.length) {
                ticks = Arrays.copyOf(ticks, 2 * size);
                neurons = Arrays.copyOf(neurons, 2 * size);
            }
            sorted &= size == 0 || ticks[size - 1] < tick || ticks[size - 1] == tick && neurons[size - 1] < neuron;
            ticks[size] = tick;
            neurons[size++] = neuron;
            return this;
        }

        /**
         * The raster of all spikes added so far.
         *
         * @throws RepeatedSpikeException if a neuron was made to fire twice in one tick
         */
        public SpikeRaster build() {
            // A single core or a sorted file: nothing to merge, and repeats would have shown when they were added.
            if (!sorted) {
                sort();
                refuseRepeats();
            }
            return raster();
        }

        /** The same, with spikes of one neuron and tick merged into one. */
        public SpikeRaster buildMerged() {
            if (!sorted) {
                sort();
                mergeRepeats();
            }
            return raster();
        }

        /** Counts spikes that were merged before they were added. */
        public Builder addMerged(int count) {
            merged += count;
            return this;
        }

        private SpikeRaster raster() {
            return new SpikeRaster(neuronCount, Arrays.copyOf(ticks, size), Arrays.copyOf(neurons, size), merged);
        }

        /** Merges sorted runs pairwise: spikes come from cores, each of which adds its own in order. */
        private void sort() {
            long[] mergedTicks = new long[size];
            int[] mergedNeurons = new int[size];
            boolean merged;
            do {
                merged = false;
                for (int first = 0; first < size; ) {
                    int second = endOfRun(first);
                    int end = second < size ? endOfRun(second) : second;
                    merge(first, second, end, mergedTicks, mergedNeurons);
                    merged |= second < size;
                    first = end;
                }
                long[] spareTicks = ticks;
                int[] spareNeurons = neurons;
                ticks = mergedTicks;
                neurons = mergedNeurons;
                mergedTicks = spareTicks;
                mergedNeurons = spareNeurons;
            } while (merged);
            sorted = true;
        }

        /** The end of the sorted run that starts at a position. */
        private int endOfRun(int first) {
            int end = first + 1;
            while (end < size && precedes(end - 1, end)) {
                end++;
            }
            return end;
        }

        /** Merges two sorted runs that lie side by side; stable, so that equal spikes stay neighbours and are found. */
        private void merge(int first, int second, int end, long[] toTicks, int[] toNeurons) {
            int left = first;
            int right = second;
            for (int i = first; i < end; i++) {
                boolean takeLeft = right == end || left < second && precedes(left, right);
                int from = takeLeft ? left++ : right++;
                toTicks[i] = ticks[from];
                toNeurons[i] = neurons[from];
            }
        }

        /** Whether one spike comes no later than another, in order of (tick, neuron). */
        private boolean precedes(int one, int other) {
            return ticks[one] < ticks[other] || ticks[one] == ticks[other] && neurons[one] <= neurons[other];
        }

        private void mergeRepeats() {
            int kept = 0;
            for (int i = 0; i < size; i++) {
                if (kept == 0 || ticks[i] != ticks[kept - 1] || neurons[i] != neurons[kept - 1]) {
                    ticks[kept] = ticks[i];
                    neurons[kept++] = neurons[i];
                }
            }
            merged += size - kept;
            size = kept;
        }

        /** A neuron fires at most once per tick: anything else is a mistake of the source of the spikes. */
        private void refuseRepeats() {
            for (int i = 1; i < size; i++) {
                if (ticks[i] == ticks[i - 1] && neurons[i] == neurons[i - 1]) {
                    throw new RepeatedSpikeException(ticks[i], neurons[i]);
                }
            }
        }
    }
}
