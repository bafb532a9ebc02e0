package ganglion.kernel.core;

import ganglion.kernel.network.Synapses;

/**
 * Rows of synapses with many delays, whose weights a core adds to the {@link InputRing} all at once: a spike is queued once,
 * until the first of its weights is due, and then every weight goes to the tick at which it is due. This adds up weights in
 * another order than the canonical one, and is done only where {@link ExactSums} shows that the order does not matter.
 *
 * <p>Not thread safe: owned by one core.
 */
final class RingRows {

    private final Inlet[] inlets;

    /** Row groups of all sources, those of a source by inlet and delay. */
    private final RowGroups groups;

    /** First row group of a source, by the position of the source in {@link IncomingRows}; one more closes the last. */
    private final int[] firstGroup;

    /** Smallest delay of a source's rows, in ticks, by position. */
    private final int[] smallestDelay;

    private final InputRing ring;

    /** Spikes, as positions of their sources, at the ticks at which the first of their weights are due. */
    private final EventWheel spikes = new EventWheel(64);

    private final IntList due = new IntList();

    RingRows(Inlet[] inlets, RowGroups groups, int[] firstGroup, int slots, int inputCount) {
        this.inlets = inlets;
        this.groups = groups;
        this.firstGroup = firstGroup;
        this.ring = new InputRing(slots, inputCount);
        this.smallestDelay = new int[firstGroup.length - 1];
        for (int position = 0; position < smallestDelay.length; position++) {
            int smallest = Integer.MAX_VALUE;
            for (int group = firstGroup[position]; group < firstGroup[position + 1]; group++) {
                smallest = Math.min(smallest, RingPlan.firstDelay(inlets, groups, group));
            }
            smallestDelay[position] = smallest;
        }
    }

    /** Summed input, as far as it is known. */
    InputRing ring() {
        return ring;
    }

    /** Queues a spike of the source at a position. */
    void enqueue(long tick, int position) {
        if (firstGroup[position] < firstGroup[position + 1]) {
            spikes.add(tick + smallestDelay[position], position);
        }
    }

    /** Adds or queues what a spike of the past causes from a tick on, at which the ring has arrived. */
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

    /** The next tick at which anything is to be added or is due. */
    long nextTick() {
        return Math.min(spikes.nextTick(), ring.nextTick());
    }

    /** Takes the rows through time up to a tick, which is run next, or from which the core goes on. */
    void advanceTo(long tick) {
        spikes.advanceTo(tick);
        ring.advanceTo(tick);
    }

    /** Adds the rows of all spikes whose first weights are due at a tick, after all ticks before it have been run. */
    void addDue(long tick) {
        ring.advanceTo(tick);
        if (spikes.nextTick() == tick) {
            due.clear();
            spikes.takeNext(due);
            for (int i = 0; i < due.size(); i++) {
                addRows(due.get(i), tick - smallestDelay[due.get(i)], tick);
            }
        }
    }

    private void addRows(int position, long spikeTick, long from) {
        for (int group = firstGroup[position]; group < firstGroup[position + 1]; group++) {
            int start = groups.start(group);
            int end = start + groups.length(group);
            if (groups.delayTicks(group) != IncomingRows.OWN_DELAYS) {
                add(groups.inlet(group), spikeTick + groups.delayTicks(group), start, end, from);
                continue;
            }
            Synapses synapses = inlets[groups.inlet(group)].synapses();
            while (start < end) {
                int delay = synapses.ownDelayTicks(start);
                int next = start + 1;
                while (next < end && synapses.ownDelayTicks(next) == delay) {
                    next++;
                }
                add(groups.inlet(group), spikeTick + delay, start, next, from);
                start = next;
            }
        }
    }

    private void add(int inlet, long tick, int start, int end, long from) {
        if (tick < from) {
            return;
        }
        Inlet into = inlets[inlet];
        ring.note(tick, inlet, start, end - start);
        into.synapses().deliver(start, end - start, ring.at(tick), into.offset(), into.negativeOffset());
    }

    /** Counts the synaptic events that were added ahead and are due at a tick. */
    void countReach(long tick, HostedGroup[] hosts) {
        ring.forEachPiece(tick, (inlet, position, count) -> hosts[inlets[inlet].host()].reach += count);
    }

    /** Lists the neurons that they reach, of groups that are to be visited one by one. */
    void listNeurons(long tick, HostedGroup[] hosts) {
        ring.forEachPiece(tick, (inlet, position, count) -> {
            HostedGroup on = hosts[inlets[inlet].host()];
            if (on.isSparse()) {
                inlets[inlet].listNeurons(position, count, on);
            }
        });
    }
}
