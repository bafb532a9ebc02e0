package ganglion.kernel.core;

/**
 * Rows of synapses with many delays, whose weights a core adds to an {@link InputRing} all at once: a spike is queued
 * once, until the first of its weights is due, and then every weight goes to the tick at which it is due.
 *
 * <p>This adds up weights in another order than the canonical one, and is done only where {@link ExactSums} shows that
 * the order does not matter. The number of slots exceeds the largest difference between the delays of any source, so
 * that no weight can wrap round to a tick before its own.
 *
 * <p>Not thread-safe: owned by one core.
 */
final class RingRows {

    private static final int FIRST_WHEEL_SLOTS = 64;

    private final Inlet[] inlets;

    /** Row groups of all sources, those of a source by inlet and delay. */
    private final RowGroups groups;

    /** First row group of a source, by the position of the source in {@link IncomingRows}; one more closes the last. */
    private final int[] firstGroup;

    /** Smallest delay of a source's rows, in ticks, by position: from then on the core knows of its spike. */
    private final int[] smallestDelay;

    /** The ring of each run of hosted neurons; null where all rows are queued. */
    private final InputRing[] rings;

    /** For each slot the synaptic events in all rings together: zero means that the tick can be skipped. */
    private final int[] reach;

    /** Number of slots with events: zero spares the search for the next one. */
    private int occupiedSlots;

    /** Nothing is held for a tick before this one. */
    private long now;

    /**
     * Spikes, as positions of their sources, at the ticks at which the first of their weights are due. Several at one
     * tick come out by source, so that the same sums are formed each time.
     */
    private final EventWheel spikes = new EventWheel(FIRST_WHEEL_SLOTS);

    /** The spikes taken from the wheel at this tick; reused. */
    private final IntList due = new IntList();

    /**
     * @param groups row groups that the plan takes
     * @param firstGroup first of them of each source, and the end of the last
     */
    RingRows(Inlet[] inlets, RowGroups groups, int[] firstGroup, RingPlan plan) {
        this.inlets = inlets;
        this.groups = groups;
        this.firstGroup = firstGroup;
        this.rings = plan.rings();
        this.reach = new int[plan.slots()];
        this.smallestDelay = new int[firstGroup.length - 1];
        for (int position = 0; position < smallestDelay.length; position++) {
            int smallest = Integer.MAX_VALUE;
            for (int group = firstGroup[position]; group < firstGroup[position + 1]; group++) {
                smallest = Math.min(smallest, groups.delayTicks(group));
            }
            smallestDelay[position] = smallest;
        }
    }

    /** The ring of a run of hosted neurons; null if it has none. */
    InputRing ring(int host) {
        return rings[host];
    }

    /** Queues a spike of the source at a position. */
    void enqueue(long tick, int position) {
        if (firstGroup[position] < firstGroup[position + 1]) {
            spikes.add(tick + smallestDelay[position], position);
        }
    }

    /** Adds or queues what a spike of the past causes from a tick on, from which the run resumes. */
    void replay(long tick, int position, long from) {
        if (firstGroup[position] == firstGroup[position + 1]) {
            return;
        }
        if (tick + smallestDelay[position] >= from) {
            spikes.add(tick + smallestDelay[position], position);
        } else {
            addRows(position, tick, from);
        }
    }

    /** The next tick at which anything is to be added or is due; {@link Long#MAX_VALUE} if there is none. */
    long nextTick() {
        if (groups.count() == 0) {
            return Long.MAX_VALUE;
        }
        return Math.min(spikes.nextTick(), nextOccupied());
    }

    /**
     * The first tick from now on whose slot holds events. The search visits each slot at most once, and ends because
     * one is occupied.
     */
    private long nextOccupied() {
        if (occupiedSlots == 0) {
            return Long.MAX_VALUE;
        }
        long tick = now;
        while (reach[slot(tick)] == 0) {
            tick++;
        }
        return tick;
    }

    private int slot(long tick) {
        return (int) tick & reach.length - 1;
    }

    /** States that all ticks before one have been run. */
    void advanceTo(long tick) {
        spikes.advanceTo(tick);
        now = tick;
    }

    /**
     * Begins a tick, after all before it: adds the rows of all spikes whose first weights are due, and points the hosts
     * to the slot of the tick and its count of events.
     */
    void begin(long tick, HostedGroup[] hosts) {
        now = tick;
        if (spikes.nextTick() == tick) {
            due.clear();
            spikes.takeNext(due);
            for (int i = 0; i < due.size(); i++) {
                addRows(due.get(i), tick - smallestDelay[due.get(i)], tick);
            }
        }
        for (int host = 0; host < rings.length; host++) {
            if (rings[host] != null) {
                hosts[host].takeInputFrom(rings[host], tick);
            }
        }
    }

    /**
     * Adds what is due from a tick on of a source's rows. Pieces that lie side by side are added in one loop: within
     * one inlet a row is contiguous, delay after delay, unless a core hosts only part of the targets.
     */
    private void addRows(int position, long spikeTick, long from) {
        int inlet = -1;
        int start = 0;
        int end = 0;
        for (int group = firstGroup[position]; group < firstGroup[position + 1]; group++) {
            long tick = spikeTick + groups.delayTicks(group);
            if (tick < from) {
                continue;
            }
            if (groups.inlet(group) != inlet || groups.start(group) != end) {
                add(inlet, start, end, spikeTick);
                inlet = groups.inlet(group);
                start = groups.start(group);
            }
            end = groups.start(group) + groups.length(group);
            note(tick, group, inlet);
        }
        add(inlet, start, end, spikeTick);
    }

    /** Counts a piece of a row in the slot of its tick. */
    private void note(long tick, int group, int inlet) {
        int length = groups.length(group);
        rings[inlets[inlet].host()].note(tick, group, length);
        occupiedSlots += reach[slot(tick)] == 0 ? 1 : 0;
        reach[slot(tick)] += length;
    }

    /** Adds the weights at successive positions to their places in the ring; nothing for the piece before the first. */
    private void add(int inlet, int start, int end, long spikeTick) {
        if (inlet >= 0) {
            double[] values = rings[inlets[inlet].host()].values();
            inlets[inlet].synapses().deliverAhead(start, end - start, values, spikeTick);
        }
    }

    /**
     * Lists the neurons that were reached ahead of a tick, in groups whose neurons are to be visited one by one. The
     * ring does not know which neurons its weights reached, only which rows were added: their targets are read again,
     * which happens only where they are few.
     */
    void listNeurons(long tick, HostedGroup[] hosts) {
        for (int host = 0; host < rings.length; host++) {
            if (rings[host] != null && hosts[host].isSparse()) {
                IntList added = rings[host].rowGroups(tick);
                for (int i = 0; i < added.size(); i++) {
                    int group = added.get(i);
                    inlets[groups.inlet(group)].listNeurons(groups.start(group), groups.length(group), hosts[host]);
                }
            }
        }
    }

    /** Ends a tick that has been run. */
    void end(long tick) {
        if (reach[slot(tick)] == 0) {
            return;
        }
        reach[slot(tick)] = 0;
        occupiedSlots--;
        for (InputRing ring : rings) {
            if (ring != null) {
                ring.forget(tick);
            }
        }
    }
}
