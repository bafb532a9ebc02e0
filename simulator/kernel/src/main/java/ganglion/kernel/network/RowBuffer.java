package ganglion.kernel.network;

import java.util.Arrays;

/**
 * One row on its way into its final layout. Reused for row after row, so that laying out millions of synapses allocates
 * a few arrays. One per task; not thread-safe.
 */
final class RowBuffer {

    /**
     * Rows whose delays range over at most this many ticks per synapse are sorted by counting, which takes time in
     * proportion to synapses and range; others by comparison.
     */
    private static final int MOST_RANGE_PER_SYNAPSE = 8;

    /** Number of synapses in the row; the arrays may be longer. */
    int count;
    /** Target of each synapse. */
    int[] targets = new int[0];
    /** Weight of each synapse, as given. */
    double[] weights = new double[0];
    /** Delay of each synapse, in ticks. */
    int[] delaysTicks = new int[0];
    /** Room for numbers that are about to become one of the above. */
    double[] scratch = new double[0];

    private long[] keys = new long[0];
    private int[] sortedTargets = new int[0];
    private double[] sortedWeights = new double[0];
    private int[] sortedDelays = new int[0];

    /** How often each delay occurs, from the smallest of the row on; then where the next synapse with it goes. */
    private int[] tally = new int[0];

    private int smallestDelay;
    private int largestDelay;

    /** Makes room for a row, and a half more, so that rows of growing length do not allocate each time. */
    void start(int length) {
        count = length;
        if (targets.length < length) {
            int capacity = length + (length >> 1);
            targets = new int[capacity];
            weights = new double[capacity];
            delaysTicks = new int[capacity];
            scratch = new double[capacity];
            keys = new long[capacity];
            sortedTargets = new int[capacity];
            sortedWeights = new double[capacity];
            sortedDelays = new int[capacity];
        }
    }

    /** Looks at the delays of the row, once they have been read. */
    void surveyDelays() {
        int smallest = Integer.MAX_VALUE;
        int largest = 0;
        for (int i = 0; i < count; i++) {
            smallest = Math.min(smallest, delaysTicks[i]);
            largest = Math.max(largest, delaysTicks[i]);
        }
        smallestDelay = smallest;
        largestDelay = largest;
    }

    /** Smallest delay of the row that was surveyed; {@link Integer#MAX_VALUE} without synapses. */
    int smallestDelay() {
        return smallestDelay;
    }

    /** Largest delay of the row that was surveyed; 0 without synapses. */
    int largestDelay() {
        return largestDelay;
    }

    /** Whether the delays of the row that was surveyed are not all equal. */
    boolean hasSeveralDelays() {
        return smallestDelay < largestDelay;
    }

    private boolean isNarrow() {
        return (long) largestDelay - smallestDelay < (long) MOST_RANGE_PER_SYNAPSE * count;
    }

    private void countDelays() {
        int range = largestDelay - smallestDelay + 1;
        if (tally.length < range) {
            tally = new int[range + (range >> 1)];
        } else {
            Arrays.fill(tally, 0, range, 0);
        }
        for (int i = 0; i < count; i++) {
            tally[delaysTicks[i] - smallestDelay]++;
        }
    }

    /** Sorts the row by delay, once its several delays have been surveyed; synapses of equal delay keep their order. */
    void sortByDelay() {
        if (isNarrow()) {
            sortByCounting();
        } else {
            sortKeys();
            for (int i = 0; i < count; i++) {
                move((int) keys[i], i);
            }
        }
        swapSorted();
    }

    /** Each delay's synapses go behind those of all smaller delays, in the order in which they come. */
    private void sortByCounting() {
        countDelays();
        int next = 0;
        for (int delay = 0; delay <= largestDelay - smallestDelay; delay++) {
            int number = tally[delay];
            tally[delay] = next;
            next += number;
        }
        for (int i = 0; i < count; i++) {
            move(i, tally[delaysTicks[i] - smallestDelay]++);
        }
    }

    private void move(int from, int to) {
        sortedTargets[to] = targets[from];
        sortedWeights[to] = weights[from];
        sortedDelays[to] = delaysTicks[from];
    }

    /** Puts targets and delays into one number for each synapse, from a position on. */
    void pack(int[] packed, int from, DelayPacking packing) {
        for (int i = 0; i < count; i++) {
            packed[from + i] = packing.pack(targets[i], delaysTicks[i]);
        }
    }

    /** Takes targets and delays of a row out of such numbers. */
    void unpack(int[] packed, int from, DelayPacking packing) {
        for (int i = 0; i < count; i++) {
            targets[i] = packing.target(packed[from + i]);
            delaysTicks[i] = packing.delayTicks(packed[from + i]);
        }
    }

    /** Puts the targets alone back to their places in ascending order, as they were before the row was sorted. */
    void restoreTargets(int[] rows, int from) {
        Arrays.sort(targets, 0, count);
        System.arraycopy(targets, 0, rows, from, count);
    }

    private void swapSorted() {
        int[] spareTargets = targets;
        targets = sortedTargets;
        sortedTargets = spareTargets;
        double[] spareWeights = weights;
        weights = sortedWeights;
        sortedWeights = spareWeights;
        int[] spareDelays = delaysTicks;
        delaysTicks = sortedDelays;
        sortedDelays = spareDelays;
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
