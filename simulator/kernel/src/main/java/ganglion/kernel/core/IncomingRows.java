package ganglion.kernel.core;

import java.util.Arrays;

/**
 * Where the synapses that end on a core's neurons lie within the network's projections. A <em>row group</em> is what
 * one source neuron sends into this core through one projection with one delay. It is due as a whole, and its synapses
 * lie at consecutive positions of the projection. Row groups are numbered in the canonical order of summation: by
 * source neuron, projection and delay. Where few synapses of a row share a delay, the projection keeps a delay for
 * each; then all of the row that ends here is one group, of which parts are due one after the other.
 *
 * <p>What is due is queued under an <em>id</em>, which ascends in canonical order too: one id for a row group with one
 * delay, and one for each synapse of a group with many, by delay. Of such a group only the part that is due next is
 * queued, so that the queue holds one entry per spike in flight and not one per synapse behind it.
 *
 * <p>That ids ascend in canonical order is what makes results independent of the partition: the queue sorts the ids of
 * a tick, and sorted ids are sorted sums. A core that hosts only part of the targets has fewer row groups, but in the
 * same order.
 *
 * <p>Not thread-safe: owned by one core. Immutable after it is built, apart from the weights of plastic projections;
 * the synapses themselves are shared with all other cores.
 */
final class IncomingRows {

    /** Stands for the delay of a row group in which each synapse has its own delay. */
    static final int OWN_DELAYS = 0;

    private final Inlet[] inlets;

    /** Network-wide numbers of the source neurons that reach this core, ascending. */
    private final int[] sources;

    /** First row group of the source at the same position of {@link #sources}; one more element closes the last. */
    private final int[] firstGroup;

    /** For every neuron of the network its position in {@link #sources}, or -1; null where that would waste memory. */
    private final int[] positionBySource;

    private final RowGroups groups;

    /** First id of a row group, with one more element to close the last; null where ids are numbers of row groups. */
    private final int[] firstId;

    /** For each row group its number among the {@link PlasticRows} of its inlet; null if no weights change. */
    private final int[] plasticGroup;

    /** Rows that are not queued group by group, but added ahead as a whole. */
    private final RingRows ringRows;

    IncomingRows(IncomingRowsBuilder from) {
        inlets = from.inlets.toArray(new Inlet[0]);
        sources = from.sources.toArray();
        firstGroup = from.firstGroup.toArray();
        groups = from.groups.trimmed();
        firstId = from.firstIds();
        plasticGroup = from.plasticGroups();
        ringRows = from.ringRows;
        positionBySource = directIndex();
    }

    /**
     * A table from neuron number to position, where at least about one in eight of its entries would be used; else
     * null, and sources are found by binary search. A table of a large network in each of thousands of small cores
     * would exceed the network itself.
     */
    private int[] directIndex() {
        if (sources.length == 0 || sources[sources.length - 1] / 8 > sources.length) {
            return null;
        }
        int[] positions = new int[sources[sources.length - 1] + 1];
        Arrays.fill(positions, -1);
        for (int i = 0; i < sources.length; i++) {
            positions[sources[i]] = i;
        }
        return positions;
    }

    /** Number of ids; they start from 0. */
    int idCount() {
        return firstId == null ? groups.count() : firstId[groups.count()];
    }

    /** Number of source neurons that reach this core. */
    int sourceCount() {
        return sources.length;
    }

    /** Network-wide number of a source neuron that reaches this core. */
    int source(int position) {
        return sources[position];
    }

    /** The rows that are added ahead. */
    RingRows ringRows() {
        return ringRows;
    }

    /** Queues everything that a spike of a source neuron causes in this core. Ignores neurons without synapses here. */
    void enqueue(long tick, int source, EventWheel wheel) {
        int position = position(source);
        if (position < 0) {
            return;
        }
        for (int group = firstGroup[position]; group < firstGroup[position + 1]; group++) {
            int id = firstId == null ? group : firstId[group];
            wheel.add(tick + delayTicks(group, id), id);
        }
        ringRows.enqueue(tick, position);
    }

    /**
     * Queues what a spike of the past still causes from a tick on. What it caused before has been delivered by the run
     * that was saved; plastic synapses, whose traces are not part of a checkpoint, only add it to their traces.
     *
     * @param tick when the neuron fired
     * @param from the tick that the run resumes from
     */
    void replay(long tick, int source, long from, EventWheel wheel) {
        int position = position(source);
        if (position < 0) {
            return;
        }
        ringRows.replay(tick, position, from);
        for (int group = firstGroup[position]; group < firstGroup[position + 1]; group++) {
            int id = firstId == null ? group : firstId[group];
            int end = id + idsOf(group);
            // Parts that were due before the resumed tick have been delivered by the saved run.
            while (id < end && tick + delayTicks(group, id) < from) {
                id++;
            }
            if (id < end) {
                wheel.add(tick + delayTicks(group, id), id);
            } else if (inlets[groups.inlet(group)].plastic() != null) {
                inlets[groups.inlet(group)].plastic().sourceFired(plasticGroup[group], tick);
            }
        }
    }

    /** Position in the projection of the first synapse under an id. */
    private int positionOf(int group, int id) {
        return groups.delayTicks(group) == OWN_DELAYS ? groups.start(group) + id - firstId[group] : groups.start(group);
    }

    /** Number of ids of a row group: one, or one per synapse where each has its own delay. */
    private int idsOf(int group) {
        return groups.delayTicks(group) == OWN_DELAYS ? groups.length(group) : 1;
    }

    /** Delay of what is due under an id, in ticks. */
    private int delayTicks(int group, int id) {
        return groups.delayTicks(group) == OWN_DELAYS
                ? inlets[groups.inlet(group)].synapses().ownDelayTicks(positionOf(group, id))
                : groups.delayTicks(group);
    }

    /** Position of a source neuron among the sources; negative if it has no synapses here. */
    private int position(int source) {
        if (positionBySource == null) {
            return Arrays.binarySearch(sources, source);
        }
        return source < positionBySource.length ? positionBySource[source] : -1;
    }

    /**
     * The row group that an id belongs to.
     *
     * @param from a row group not after it: near to it, where ids are looked up in ascending order
     */
    int groupOf(int id, int from) {
        if (firstId == null) {
            return id;
        }
        int low = from;
        int step = 1;
        // Doubling steps from a near group, then bisection: ids are looked up in ascending order, so that the group is
        // mostly the next one.
        while (low + step < groups.count() && firstId[low + step] <= id) {
            low += step;
            step <<= 1;
        }
        int high = Math.min(groups.count(), low + step);
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (firstId[middle] <= id) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Number of synapses that are due together under an id of a row group. */
    int length(int group, int id) {
        return groups.delayTicks(group) == OWN_DELAYS ? endOfPart(group, id) - id : groups.length(group);
    }

    /** The id that follows those of the same delay in a row group of many delays. */
    private int endOfPart(int group, int id) {
        int delay = delayTicks(group, id);
        int end = id + 1;
        while (end < firstId[group + 1] && delayTicks(group, end) == delay) {
            end++;
        }
        return end;
    }

    /** Index of the hosted neurons that a row group ends on. */
    int host(int group) {
        return inlets[groups.inlet(group)].host();
    }

    /**
     * Adds the weights that are due at a tick under an id of a row group to the summed input of their targets, and queues
     * what comes after them.
     *
     * @param on the hosted neurons that the row group ends on
     */
    void deliver(int group, int id, long tick, HostedGroup on, EventWheel wheel) {
        Inlet into = inlets[groups.inlet(group)];
        if (groups.delayTicks(group) == OWN_DELAYS) {
            deliverPart(group, id, tick, on, wheel);
        } else if (into.matrix() != null) {
            on.addRow(into.matrix(), groups.start(group), groups.length(group), into.firstTarget());
        } else if (into.plastic() == null) {
            int count = groups.length(group);
            into.synapses().deliver(groups.start(group), count, on.input(), into.offset(on), into.negativeOffset());
        } else {
            into.plastic().deliver(plasticGroup[group], tick, on.input(), on.inputStart());
        }
    }

    /** The same, and lists the neurons that are reached, by position in their group. */
    void deliverListing(int group, int id, long tick, HostedGroup on, EventWheel wheel) {
        Inlet into = inlets[groups.inlet(group)];
        int count = length(group, id);
        if (groups.delayTicks(group) != OWN_DELAYS && into.plastic() == null && into.negativeOffset() == 0) {
            int[] list = on.reached.reserve(count);
            int at = on.reached.size();
            int end = into.synapses()
                    .deliverListing(
                            groups.start(group), count, on.input(), into.offset(on), -into.firstTarget(), list, at);
            on.reached.extend(end - at);
        } else {
            into.listNeurons(positionOf(group, id), count, on);
            deliver(group, id, tick, on, wheel);
        }
    }

    /**
     * Delivers the synapses of one delay and queues those of the next, relative to this tick: {@code tick - delay} is
     * when the neuron fired.
     */
    private void deliverPart(int group, int id, long tick, HostedGroup on, EventWheel wheel) {
        Inlet into = inlets[groups.inlet(group)];
        int end = endOfPart(group, id);
        into.synapses().deliver(positionOf(group, id), end - id, on.input(), into.offset(on), into.negativeOffset());
        if (end < firstId[group + 1]) {
            wheel.add(tick + delayTicks(group, end) - delayTicks(group, id), end);
        }
    }

    /** Has what is due under an id of a row group read ahead; see {@link ganglion.kernel.network.Synapses#readAhead}. */
    long readAhead(int group, int id) {
        return inlets[groups.inlet(group)].synapses().readAhead(positionOf(group, id), length(group, id));
    }

    /**
     * Tells the plastic synapses that end on a hosted neuron that it has fired at the tick being run. Costs nothing
     * without plasticity.
     */
    void targetFired(int host, int neuron, long tick) {
        if (plasticGroup == null) {
            return;
        }
        for (Inlet into : inlets) {
            if (into.plastic() != null && into.host() == host) {
                into.plastic().targetFired(neuron, tick);
            }
        }
    }

    /** Brings plastic weights up to date; all spikes that are due before a tick have been delivered. */
    void catchUp(long tick) {
        for (Inlet into : inlets) {
            if (into.plastic() != null) {
                into.plastic().catchUpAll(tick);
            }
        }
    }

    /** Tells the plastic synapses that end on a hosted neuron of a spike of it before the tick that a run resumes from. */
    void replayTarget(int host, int neuron, long tick, long from) {
        if (plasticGroup == null) {
            return;
        }
        for (Inlet into : inlets) {
            if (into.plastic() != null && into.host() == host) {
                into.plastic().replayTarget(neuron, tick, from);
            }
        }
    }

    /** Takes over the plastic weights of a projection, caught up with at the tick that a run resumes from. */
    void restoreWeights(int projection, double[] byPosition, long tick) {
        for (Inlet into : inlets) {
            if (into.projection() == projection && into.plastic() != null) {
                into.plastic().restoreWeights(byPosition, tick);
            }
        }
    }

    /** Copies the plastic weights of a projection to the positions of their synapses. */
    void copyWeights(int projection, double[] byPosition) {
        for (Inlet into : inlets) {
            if (into.projection() == projection && into.plastic() != null) {
                into.plastic().copyWeights(byPosition);
            }
        }
    }
}
