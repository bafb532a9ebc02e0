package ganglion.kernel.neuron;

import java.util.Arrays;

/**
 * What came of visiting a group: the neurons that fired, those that ask for another visit without input, and the time. One per
 * core, cleared and reused, so that a visit allocates nothing. Not thread-safe.
 */
public final class Visit {

    private static final int FIRST_CAPACITY = 16;

    private int[] fired = new int[FIRST_CAPACITY];
    private int firedCount;
    private int[] again = new int[FIRST_CAPACITY];
    private long[] againTicks = new long[FIRST_CAPACITY];
    private int againCount;
    private final WorkClock clock = new WorkClock();

    /** What the time of the visit is taken by. */
    public WorkClock clock() {
        return clock;
    }

    /** The neuron at a position of the group fires. */
    public void fire(int neuron) {
        if (firedCount == fired.length) {
            fired = Arrays.copyOf(fired, 2 * firedCount);
        }
        fired[firedCount++] = neuron;
    }

    /** Asks for a visit of a neuron at a later tick, whether or not input arrives. A visit too many does no harm; a visit too few
     * loses a spike. */
    public void revisit(int neuron, long tick) {
        if (againCount == again.length) {
            again = Arrays.copyOf(again, 2 * againCount);
            againTicks = Arrays.copyOf(againTicks, 2 * againCount);
        }
        again[againCount] = neuron;
        againTicks[againCount++] = tick;
    }

    /** Number of neurons that fired. */
    public int firedCount() {
        return firedCount;
    }

    /** Group position of a neuron that fired. */
    public int fired(int index) {
        return fired[index];
    }

    /** Number of requests for another visit. */
    public int revisitCount() {
        return againCount;
    }

    /** Group position of a neuron that asked for another visit. */
    public int revisitNeuron(int index) {
        return again[index];
    }

    /** Tick that it asked for. */
    public long revisitTick(int index) {
        return againTicks[index];
    }

    /** Drops all requests for another visit but the first {@code kept}. */
    public void dropRevisits(int kept) {
        againCount = kept;
    }

    /** Puts the fired neurons into ascending order, the order in which spikes are emitted. */
    public void sortFired() {
        Arrays.sort(fired, 0, firedCount);
    }

    /** Forgets everything, ready for the next visit. */
    public void clear() {
        firedCount = 0;
        againCount = 0;
    }
}
