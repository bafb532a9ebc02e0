package ganglion.kernel.network;

import java.util.Arrays;

/**
 * One row on its way into its final layout. Reused for row after row, so that laying out millions of synapses allocates
 * a few arrays. One per task; not thread-safe.
 */
final class RowBuffer {

    /** Number of synapses in the row; the arrays may be longer. */
    int count;
    /** Target of each synapse. */
    int[] targets = new int[0];
    /** Weight of each synapse, as given. */
    double[] weights = new double[0];
    /** Delay of each synapse, in ticks. */
    int[] delaysTicks = new int[0];

    private long[] keys = new long[0];
    private int[] sortedTargets = new int[0];
    private double[] sortedWeights = new double[0];

    /** Makes room for a row, and a half more, so that rows of growing length do not allocate each time. */
    void start(int length) {
        count = length;
        if (targets.length < length) {
            int capacity = length + (length >> 1);
            targets = new int[capacity];
            weights = new double[capacity];
            delaysTicks = new int[capacity];
            keys = new long[capacity];
            sortedTargets = new int[capacity];
            sortedWeights = new double[capacity];
        }
    }

    /** Sorts by delay; synapses of equal delay keep their order. */
    void sortByDelay() {
        sortKeys();
        for (int i = 0; i < count; i++) {
            int from = (int) keys[i];
            sortedTargets[i] = targets[from];
            sortedWeights[i] = weights[from];
            delaysTicks[i] = (int) (keys[i] >>> Integer.SIZE);
        }
        int[] spareTargets = targets;
        targets = sortedTargets;
        sortedTargets = spareTargets;
        double[] spareWeights = weights;
        weights = sortedWeights;
        sortedWeights = spareWeights;
    }

    /**
     * Sorts delay and position packed into one number: the position keeps the order of equal delays, and is the way
     * back to the row.
     */
    private void sortKeys() {
        for (int i = 0; i < count; i++) {
            keys[i] = (long) delaysTicks[i] << Integer.SIZE | i;
        }
        Arrays.sort(keys, 0, count);
    }
}
