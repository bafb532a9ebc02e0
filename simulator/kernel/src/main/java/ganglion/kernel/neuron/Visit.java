package ganglion.kernel.neuron;

import java.util.Arrays;

/** What came of visiting a group: the neurons that fired, and those that want to be visited again without input. */
public final class Visit {

    private static final int FIRST_CAPACITY = 16;

    private int[] fired = new int[FIRST_CAPACITY];
    private int firedCount;
    private int[] again = new int[FIRST_CAPACITY];
    private long[] againTicks = new long[FIRST_CAPACITY];
    private int againCount;

    /** The neuron at a position of the group fires. */
    public void fire(int neuron) {
        if (firedCount == fired.length) {
            fired = Arrays.copyOf(fired, 2 * firedCount);
        }
        fired[firedCount++] = neuron;
    }

    /** The neuron wants a visit at a later tick, whether or not input arrives. A visit too many does no harm. */
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

    /** Number of wishes for another visit. */
    public int revisitCount() {
        return againCount;
    }

    /** Group position of a neuron that wants another visit. */
    public int revisitNeuron(int index) {
        return again[index];
    }

    /** Tick at which it wants that visit. */
    public long revisitTick(int index) {
        return againTicks[index];
    }

    /** Forgets all wishes for another visit but the first {@code kept}. */
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
