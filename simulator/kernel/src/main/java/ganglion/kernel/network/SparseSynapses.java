package ganglion.kernel.network;

import java.util.Arrays;

/**
 * Synapses as compressed rows, with a weight and a delay each. Two neurons may be joined by any number of synapses. A row
 * is sorted by target; synapses between the same two neurons keep the order in which they were added.
 */
public final class SparseSynapses implements Synapses {

    private final int targetSize;
    private final int[] rowStart;
    private final int[] targets;
    private final double[] weights;
    private final int[] delaysTicks;

    private SparseSynapses(int targetSize, int[] rowStart, int[] targets, double[] weights, int[] delaysTicks) {
        this.targetSize = targetSize;
        this.rowStart = rowStart;
        this.targets = targets;
        this.weights = weights;
        this.delaysTicks = delaysTicks;
    }

    /** Collects synapses in any order. */
    public static Builder builder(int sourceSize, int targetSize) {
        return new Builder(sourceSize, targetSize);
    }

    @Override
    public int sourceSize() {
        return rowStart.length - 1;
    }

    @Override
    public int targetSize() {
        return targetSize;
    }

    @Override
    public long count() {
        return targets.length;
    }

    @Override
    public int outDegree(int source) {
        return rowStart[source + 1] - rowStart[source];
    }

    @Override
    public int target(int source, int index) {
        return targets[rowStart[source] + index];
    }

    @Override
    public double weight(int source, int index) {
        return weights[rowStart[source] + index];
    }

    @Override
    public int delayTicks(int source, int index) {
        return delaysTicks[rowStart[source] + index];
    }

    @Override
    public int smallestDelayTicks() {
        return Arrays.stream(delaysTicks).min().orElse(Integer.MAX_VALUE);
    }

    /** Grows the rows synapse by synapse. Not thread safe. */
    public static final class Builder {

        private static final int FIRST_CAPACITY = 64;

        private final int sourceSize;
        private final int targetSize;
        private int[] sources = new int[FIRST_CAPACITY];
        private int[] targets = new int[FIRST_CAPACITY];
        private double[] weights = new double[FIRST_CAPACITY];
        private int[] delaysTicks = new int[FIRST_CAPACITY];
        private int size;

        private Builder(int sourceSize, int targetSize) {
            this.sourceSize = sourceSize;
            this.targetSize = targetSize;
        }

        /**
         * Adds one synapse.
         *
         * @param delayTicks at least 1
         * @throws IllegalArgumentException if a neuron does not exist, the weight is not finite or the delay below one tick
         */
        public Builder add(int source, int target, double weight, int delayTicks) {
            if (source < 0 || source >= sourceSize) {
                throw new IllegalArgumentException("there is no source neuron " + source + " among " + sourceSize);
            }
            if (target < 0 || target >= targetSize) {
                throw new IllegalArgumentException("there is no target neuron " + target + " among " + targetSize);
            }
            SynapseChecks.checkWeight(weight);
            SynapseChecks.checkDelay(delayTicks);
            if (size == sources.length) {
                sources = Arrays.copyOf(sources, 2 * size);
                targets = Arrays.copyOf(targets, 2 * size);
                weights = Arrays.copyOf(weights, 2 * size);
                delaysTicks = Arrays.copyOf(delaysTicks, 2 * size);
            }
            sources[size] = source;
            targets[size] = target;
            weights[size] = weight;
            delaysTicks[size++] = delayTicks;
            return this;
        }

        /** The rows of all synapses added so far. Sorts by counting, in time proportional to synapses and neurons. */
        public SparseSynapses build() {
            int[] byTarget = stableOrder(targets, targetSize, null);
            int[] order = stableOrder(sources, sourceSize, byTarget);
            int[] rowStart = new int[sourceSize + 1];
            for (int i = 0; i < size; i++) {
                rowStart[sources[i] + 1]++;
            }
            for (int i = 0; i < sourceSize; i++) {
                rowStart[i + 1] += rowStart[i];
            }
            int[] sortedTargets = new int[size];
            double[] sortedWeights = new double[size];
            int[] sortedDelays = new int[size];
            for (int i = 0; i < size; i++) {
                sortedTargets[i] = targets[order[i]];
                sortedWeights[i] = weights[order[i]];
                sortedDelays[i] = delaysTicks[order[i]];
            }
            return new SparseSynapses(targetSize, rowStart, sortedTargets, sortedWeights, sortedDelays);
        }

        /** Positions sorted by key; equal keys keep the order of {@code previous} (of insertion, where it is null). */
        private int[] stableOrder(int[] keys, int keyCount, int[] previous) {
            int[] next = new int[keyCount + 1];
            for (int i = 0; i < size; i++) {
                next[keys[i] + 1]++;
            }
            for (int i = 0; i < keyCount; i++) {
                next[i + 1] += next[i];
            }
            int[] order = new int[size];
            for (int i = 0; i < size; i++) {
                int position = previous == null ? i : previous[i];
                order[next[keys[position]]++] = position;
            }
            return order;
        }
    }
}
