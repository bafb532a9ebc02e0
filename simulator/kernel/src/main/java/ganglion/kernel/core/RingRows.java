package ganglion.kernel.core;

import ganglion.kernel.network.Synapses;
import java.util.Arrays;

/**
 * The rows of synapses that end on one run of hosted neurons and go to its {@link InputRing}: all of them, but for those
 * through which every spike adds the same. A spike is taken up once, {@link #leadTicks} after it was fired, which is the
 * smallest delay of them all; then each of its weights goes to the tick at which it is due.
 *
 * <p>All spikes fired at a tick are taken up together, in the order of their sources, and before those fired later. The
 * input of a neuron at a tick is therefore summed in the order in which spikes were fired, which is the canonical order,
 * without being sorted for it.
 *
 * <p>The rows in flight are remembered, in the order in which they were fired. They say how much input a tick holds on
 * average: while it is little, the reached neurons are listed row by row; when it is much, rows are added without a look
 * at their delays, and all neurons are visited at all ticks that such a row can reach. They also say how many synaptic
 * events are not due yet.
 *
 * <p>Not thread-safe: owned by one core.
 */
final class RingRows {

    private final Inlet[] inlets;
    private final RowGroups groups;
    private final InputRing ring;

    /** Number of neurons, on which the second channel of the ring follows. */
    private final int size;

    private final int leadTicks;
    private final int largestDelayTicks;

    /** Synaptic events in flight from which rows are added without counting. */
    private final long fewestUncounted;

    /** Synaptic events that were added, whether they are due yet or not. */
    private long events;

    /** Rows in flight, in order of firing, in a ring of a power of two: when their sources fired. */
    private long[] firedTicks = new long[64];

    /** Which rows they are. */
    private int[] rows = new int[64];

    private int first;
    private int count;

    /** Number of synapses of the rows in flight. */
    private long inFlight;

    /**
     * @param groups the row groups of the core
     * @param size number of neurons
     * @param fewestForAll number of synaptic events per tick from which all neurons are visited
     */
    RingRows(Inlet[] inlets, RowGroups groups, RingPlan.Shape shape, int size, int fewestForAll) {
        this.inlets = inlets;
        this.groups = groups;
        this.ring = new InputRing(shape.slots(), shape.bits(), fewestForAll);
        this.size = size;
        this.leadTicks = shape.smallestDelayTicks();
        this.largestDelayTicks = shape.largestDelayTicks();
        this.fewestUncounted = (long) fewestForAll * (largestDelayTicks - leadTicks + 1);
    }

    /** The sums of the ticks to come. */
    InputRing ring() {
        return ring;
    }

    /** How long after a spike its rows are taken up. */
    int leadTicks() {
        return leadTicks;
    }

    /** Adds a row to the ring. Called in order of (tick, row). */
    void add(int row, long firedTick) {
        add(row, firedTick, groups.start(row));
    }

    /** Adds what is due of a row from a tick on, from which a run resumes. Called in order of (fired tick, row). */
    void addFrom(long tick, int row, long firedTick) {
        int position = firstDue(row, tick - firedTick);
        if (position < end(row)) {
            add(row, firedTick, position);
        }
    }

    private int end(int row) {
        return groups.start(row) + groups.length(row);
    }

    private void add(int row, long firedTick, int position) {
        int length = end(row) - position;
        forgetBefore(firedTick + leadTicks);
        remember(row, firedTick);
        events += length;
        Inlet from = inlets[groups.inlet(row)];
        Synapses synapses = from.synapses();
        if (inFlight >= fewestUncounted) {
            ring.addUncounted(firedTick + largestDelayTicks);
        } else {
            count(from, position, length, firedTick);
        }
        if (synapses.hasManyDelays()) {
            synapses.deliverAhead(position, length, ring.values(), firedTick);
        } else {
            int offset = ring.start(firedTick + synapses.ownDelayTicks(position)) - from.firstTarget();
            synapses.deliver(position, length, ring.values(), offset, from.negativeOffset());
        }
    }

    /** Counts the synaptic events of a row at the ticks at which they are due, and lists the neurons they reach. */
    private void count(Inlet from, int position, int length, long firedTick) {
        Synapses synapses = from.synapses();
        int next = position;
        while (next < position + length) {
            int end = synapses.endOfDelay(next, position + length);
            IntList list = ring.count(firedTick + synapses.ownDelayTicks(next), end - next);
            if (list != null) {
                int[] neurons = list.reserve(end - next);
                int at = list.size();
                synapses.listTargets(next, end - next, -from.firstTarget(), neurons, at);
                list.extend(end - next);
                for (int i = at; i < list.size(); i++) {
                    // Both channels of a neuron are one visit.
                    neurons[i] = neurons[i] < size ? neurons[i] : neurons[i] - size;
                }
            }
            next = end;
        }
    }

    private void remember(int row, long firedTick) {
        if (count == rows.length) {
            grow();
        }
        int at = first + count++ & rows.length - 1;
        firedTicks[at] = firedTick;
        rows[at] = row;
        inFlight += groups.length(row);
    }

    private void grow() {
        long[] ticks = Arrays.copyOf(firedTicks, 2 * count);
        int[] copies = Arrays.copyOf(rows, 2 * count);
        for (int i = 0; i < count; i++) {
            ticks[i] = firedTicks[first + i & count - 1];
            copies[i] = rows[first + i & count - 1];
        }
        firedTicks = ticks;
        rows = copies;
        first = 0;
    }

    /** Forgets the rows whose last weights were due before a tick. */
    private void forgetBefore(long tick) {
        while (count > 0 && tick - firedTicks[first] > largestDelayTicks) {
            inFlight -= groups.length(rows[first]);
            first = first + 1 & rows.length - 1;
            count--;
        }
    }

    /** Number of synaptic events that were due before a tick up to which the core has run. */
    long eventsBefore(long tick) {
        long before = events;
        for (int i = 0; i < count; i++) {
            int at = first + i & rows.length - 1;
            before -= end(rows[at]) - firstDue(rows[at], tick - firedTicks[at]);
        }
        return before;
    }

    /** Position of the first synapse of a row whose delay is not below some number of ticks, by bisection. */
    private int firstDue(int row, long ticks) {
        Synapses synapses = inlets[groups.inlet(row)].synapses();
        int low = groups.start(row);
        int high = end(row);
        while (low < high) {
            int middle = low + high >>> 1;
            if (synapses.ownDelayTicks(middle) < ticks) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
