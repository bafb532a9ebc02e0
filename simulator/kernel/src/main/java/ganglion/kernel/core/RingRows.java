package ganglion.kernel.core;

import ganglion.kernel.network.StoredSynapses;
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
 * <p>The ring may be shorter than the delays: random access to many megabytes waits for memory. Time is then cut into blocks
 * as long as the ring. At the start of a block, each row in flight has the part added that is due within it; a row that is
 * taken up within a block has the part added that is due up to its end. The order of every sum is that of firing all the
 * same, because rows in flight were fired before those that are taken up later.
 *
 * <p>The rows in flight are remembered, in the order in which they were fired. They say how much input a tick holds on
 * average: while it is little, the reached neurons are listed row by row; when it is much, rows are added without a look
 * at their delays, and all neurons are visited at all ticks that such a row can reach. They also say how many synaptic
 * events are not due yet.
 *
 * <p>Not thread-safe: owned by one core.
 */
final class RingRows {

    /** Rows in flight whose next parts are read ahead at once. */
    private static final int ROWS_AHEAD = 32;

    /** When the source of a row in flight fired. */
    private static final int FIRED = 0;

    /** Which row it is. */
    private static final int ROW = 1;

    private static final int INLET = 2;

    /** Position of the first synapse that has not been added, and in the low half the end of the row. */
    private static final int REST = 3;

    private static final int FIELDS = 4;

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

    /** Rows in flight, in order of firing, in a ring of a power of two. All that a part of a row needs is in its fields. */
    private long[] flights = new long[64 * FIELDS];

    /** Where the fields of the first of them are. */
    private int first;

    private int count;

    /** Number of rows in flight of which something has not been added. */
    private int unfinished;

    /** Bits of a tick that are within a block; all, if the ring takes whole rows. */
    private final long blockMask;

    /** For each inlet the number of synapses of a row that are due within a block, about. */
    private final int[] partLengths;

    /** Number of synapses of the rows in flight. */
    private long inFlight;

    /** Keeps reading ahead from being optimised away. The value means nothing. */
    private long readAhead;

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
        this.blockMask = shape.takesWholeRows() ? Long.MAX_VALUE : shape.slots() - 1;
        double part = Math.min(1, shape.slots() / (largestDelayTicks - leadTicks + 1.0));
        this.partLengths = Arrays.stream(inlets)
                .map(Inlet::synapses)
                .mapToInt(synapses -> 1 + (int) (part * synapses.count() / synapses.sourceSize()))
                .toArray();
        this.fewestUncounted = (long) fewestForAll * (largestDelayTicks - leadTicks + 1);
    }

    /** The sums of the ticks to come. */
    InputRing ring() {
        return ring;
    }

    /** The first tick that may have input, or at which a block starts for which something is to be added. */
    long nextTick(long now) {
        long nextInput = ring.nextTick(now);
        long nextBlock = (now - 1 | blockMask) + 1;
        return unfinished > 0 ? Math.min(nextInput, nextBlock) : nextInput;
    }

    /** Begins a tick, before any row is added at it: if a block starts, adds what is due within it of the rows in flight. */
    void begin(long tick) {
        if (unfinished == 0 || (tick & blockMask) != 0) {
            return;
        }
        forgetBefore(tick);
        for (int from = 0; from < count; from += ROWS_AHEAD) {
            int until = Math.min(count, from + ROWS_AHEAD);
            long sum = 0;
            for (int i = from; i < until; i++) {
                int at = place(i);
                sum += readAhead((int) flights[at + INLET], position(at), end(at));
            }
            readAhead += sum;
            for (int i = from; i < until; i++) {
                int at = place(i);
                if (position(at) < end(at)) {
                    addPart(at, tick | blockMask);
                }
            }
        }
    }

    /** Has the part of a row read ahead that is added when it is taken up. */
    long readAhead(int row) {
        return readAhead(groups.inlet(row), groups.start(row), endOf(row));
    }

    private long readAhead(int inlet, int position, int end) {
        return inlets[inlet].synapses().readAhead(position, Math.min(end - position, partLengths[inlet]));
    }

    /** Where the fields of a row in flight are. */
    private int place(int index) {
        return first + index * FIELDS & flights.length - 1;
    }

    private int position(int at) {
        return (int) (flights[at + REST] >>> Integer.SIZE);
    }

    private int end(int at) {
        return (int) flights[at + REST];
    }

    /** Takes up a row. Called in order of (tick, row). */
    void add(int row, long firedTick) {
        take(row, firedTick, groups.start(row), firedTick + leadTicks | blockMask);
    }

    /** Takes up what is due of a row from a tick on, from which a run resumes. Called in order of (fired tick, row). */
    void addFrom(long tick, int row, long firedTick) {
        int position = firstDue(row, tick - firedTick);
        if (position < endOf(row)) {
            take(row, firedTick, position, tick | blockMask);
        }
    }

    private int endOf(int row) {
        return groups.start(row) + groups.length(row);
    }

    private void take(int row, long firedTick, int position, long lastTick) {
        forgetBefore(firedTick + leadTicks);
        if (count * FIELDS == flights.length) {
            grow();
        }
        int at = place(count++);
        flights[at + FIRED] = firedTick;
        flights[at + ROW] = row;
        flights[at + INLET] = groups.inlet(row);
        flights[at + REST] = rest(position, endOf(row));
        inFlight += groups.length(row);
        events += end(at) - position;
        unfinished++;
        addPart(at, lastTick);
    }

    /** Adds what is due up to a tick of a row in flight. */
    private void addPart(int at, long lastTick) {
        int position = position(at);
        int end = end(at);
        long firedTick = flights[at + FIRED];
        Inlet from = inlets[(int) flights[at + INLET]];
        int until = deliver(from, position, end, firedTick, lastTick);
        if (until > position) {
            if (inFlight >= fewestUncounted) {
                ring.addUncounted(Math.min(lastTick, firedTick + largestDelayTicks));
            } else {
                count(from, position, until - position, firedTick);
            }
        }
        flights[at + REST] = rest(until, end);
        unfinished -= until == end ? 1 : 0;
    }

    private static long rest(int position, int end) {
        return (long) position << Integer.SIZE | end;
    }

    /** Adds the weights of a row that are due up to a tick, and returns the position of the first that is not. */
    private int deliver(Inlet from, int position, int end, long firedTick, long lastTick) {
        StoredSynapses synapses = from.synapses();
        if (synapses.hasManyDelays()) {
            return synapses.deliverAhead(position, end, ring.values(), firedTick, lastTick);
        }
        long tick = firedTick + synapses.ownDelayTicks(position);
        if (tick > lastTick) {
            return position;
        }
        int offset = ring.start(tick) - from.firstTarget();
        synapses.deliver(position, end - position, ring.values(), offset, from.negativeOffset());
        return end;
    }

    /** Counts the synaptic events of a row at the ticks at which they are due, and lists the neurons they reach. */
    private void count(Inlet from, int position, int length, long firedTick) {
        StoredSynapses synapses = from.synapses();
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

    private void grow() {
        long[] grown = new long[2 * flights.length];
        System.arraycopy(flights, first, grown, 0, flights.length - first);
        System.arraycopy(flights, 0, grown, flights.length - first, first);
        flights = grown;
        first = 0;
    }

    /** Forgets the rows whose last weights were due before a tick. */
    private void forgetBefore(long tick) {
        while (count > 0 && tick - flights[first + FIRED] > largestDelayTicks) {
            inFlight -= groups.length((int) flights[first + ROW]);
            first = place(1);
            count--;
        }
    }

    /** Number of synaptic events that were due before a tick up to which the core has run. */
    long eventsBefore(long tick) {
        long before = events;
        for (int i = 0; i < count; i++) {
            int at = place(i);
            before -= end(at) - firstDue((int) flights[at + ROW], tick - flights[at + FIRED]);
        }
        return before;
    }

    /** Position of the first synapse of a row whose delay is not below some number of ticks, by bisection. */
    private int firstDue(int row, long ticks) {
        StoredSynapses synapses = inlets[groups.inlet(row)].synapses();
        int low = groups.start(row);
        int high = endOf(row);
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
