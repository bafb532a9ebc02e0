package ganglion.kernel.core;

import ganglion.kernel.network.StoredSynapses;
import java.util.Arrays;
import java.util.Objects;

/**
 * Where the synapses that end on a core's neurons lie within the network's projections. A <em>row group</em> is what
 * one source neuron sends into this core through one projection, and what is taken up at once of it: the synapses of one
 * delay, when they are due, or the whole row, if it goes to the {@link RingRows} of its target. Its synapses lie at
 * consecutive positions. Row groups are numbered by source neuron, projection and delay.
 *
 * <p>Row groups are queued under an <em>order</em> and their number, which together ascend in the order in which they are
 * to be taken up at a tick: rows that go to a ring; what is due, by the tick at which it was fired, earliest first; and
 * what arrives through uniform projections, weight after weight. The queue sorts by them, and this makes results independent
 * of the partition: a core that hosts only part of the targets has fewer row groups, but in the same order.
 *
 * <p>Not thread-safe: owned by one core. Immutable after it is built, apart from the weights of plastic projections and
 * what is in the rings; the synapses themselves are shared with all other cores.
 */
class IncomingRows {

    static final int NONE = -1;

    private final Inlet[] inlets;

    /** Those of them whose weights change. */
    private final Inlet[] plasticInlets;

    /** Network-wide numbers of the source neurons that reach this core, ascending. */
    private final int[] sources;

    /** First row group of the source at the same position of {@link #sources}; one more element closes the last. */
    private final int[] firstGroup;

    /**
     * For every neuron of the network up to the last source its first row group, or that of the next source; one more element
     * closes the last. Null where that would waste memory.
     */
    private final int[] firstGroupByNeuron;

    private final RowGroups groups;

    /**
     * For each row group its number among the {@link PlasticRows} of its inlet; {@link #NONE} for the third factor of these, which has no
     * synapses, and where weights stay; null if no weights change.
     */
    private final int[] plasticGroup;

    /** For each run of hosted neurons what goes to its ring; null where it has none. */
    private final RingRows[] ringRows;

    /** For each run of hosted neurons what counts its rows; null where they are always added one by one. */
    private final BitInput[] bitInputs;

    /** Whether there is any of them: most networks have none, and their rows need not be looked up at every delivery. */
    private final boolean countsAny;

    /** For each inlet the order of its row groups, from which {@link #delayMask} says whether their delay is subtracted. */
    private final int[] order;

    private final int[] delayMask;

    /** The last order. */
    private final int lastOrder;

    IncomingRows(IncomingRowsBuilder from, HostedGroup[] hosts) {
        inlets = from.inlets.toArray(new Inlet[0]);
        plasticInlets =
                Arrays.stream(inlets).filter(into -> into.plastic() != null).toArray(Inlet[]::new);
        sources = from.sources.toArray();
        firstGroup = from.firstGroup.toArray();
        groups = from.groups.trimmed();
        plasticGroup = plasticInlets.length == 0 ? null : from.plasticGroup.toArray();
        firstGroupByNeuron = directIndex();
        ringRows = new RingRows[hosts.length];
        for (int host = 0; host < hosts.length; host++) {
            if (from.rings[host] != null) {
                ringRows[host] =
                        new RingRows(inlets, groups, from.rings[host], hosts[host].size, hosts[host].fewestForAll());
            }
        }
        bitInputs = BitRows.of(inlets, groups, hosts);
        countsAny = Arrays.stream(bitInputs).anyMatch(Objects::nonNull);
        order = new int[inlets.length];
        delayMask = new int[inlets.length];
        lastOrder = setOrders();
    }

    /**
     * Gives row groups the order in which they are taken up at a tick: 0 for those that go to a ring, then by descending
     * delay, which is by ascending tick of firing, and last those that are uniform, by weight.
     *
     * @return the last order
     */
    private int setOrders() {
        int largest = 0;
        int smallest = Integer.MAX_VALUE;
        for (Inlet from : inlets) {
            if (!from.uniform() && ringRows[from.host()] == null) {
                largest = Math.max(largest, from.synapses().largestDelayTicks());
                smallest = Math.min(smallest, from.synapses().smallestDelayTicks());
            }
        }
        int firstUniform = Math.addExact(2, Math.max(0, largest - smallest));
        int[] weights = UniformWeights.numbers(inlets, ringRows.length);
        int last = firstUniform;
        for (int inlet = 0; inlet < inlets.length; inlet++) {
            if (inlets[inlet].uniform()) {
                order[inlet] = Math.addExact(firstUniform, weights[inlet]);
                last = Math.max(last, order[inlet]);
            } else if (ringRows[inlets[inlet].host()] == null) {
                order[inlet] = 1 + largest;
                delayMask[inlet] = -1;
            }
        }
        return last;
    }

    /**
     * A table from neuron number to row groups, where at least about one in eight of its entries would be used; else
     * null, and sources are found by binary search. A table of a large network in each of thousands of small cores
     * would exceed the network itself.
     */
    private int[] directIndex() {
        if (sources.length == 0 || sources[sources.length - 1] / 8 > sources.length) {
            return null;
        }
        int[] first = new int[sources[sources.length - 1] + 2];
        int position = 0;
        for (int neuron = 0; neuron < first.length; neuron++) {
            first[neuron] = firstGroup[position];
            if (position < sources.length && sources[position] == neuron) {
                position++;
            }
        }
        return first;
    }

    /** Number of row groups; they are numbered from 0. */
    int count() {
        return groups.count();
    }

    /** The last order of row groups; the first is 0. */
    int lastOrder() {
        return lastOrder;
    }

    /** Number of source neurons that reach this core. */
    int sourceCount() {
        return sources.length;
    }

    /** Network-wide number of a source neuron that reaches this core. */
    int source(int position) {
        return sources[position];
    }

    /** After how many ticks a spike of the source neuron at a position is first taken up by a row group. */
    int leadTicks(int position) {
        int lead = Integer.MAX_VALUE;
        for (int group = firstGroup[position]; group < firstGroup[position + 1]; group++) {
            lead = Math.min(lead, groups.delayTicks(group));
        }
        return lead;
    }

    /** What goes to the ring of a run of hosted neurons; null if it has none. */
    RingRows ringRows(int host) {
        return ringRows[host];
    }

    /** Whether rows are counted as bits at any run of hosted neurons. */
    boolean countsAny() {
        return countsAny;
    }

    /** What counts rows that reach a run of hosted neurons; null if they are always added one by one. */
    BitInput bitInput(int host) {
        return bitInputs[host];
    }

    /** Adds to the summed input of a run of hosted neurons the rows that it counts at a tick. */
    void addCounted(int host, long tick, HostedGroup on) {
        BitInput counted = bitInputs[host];
        if (counted == null || counted.due().size() == 0) {
            return;
        }
        for (int i = counted.write(on.input(), on.inputStart());
                i < counted.due().size();
                i++) {
            deliver(counted.due().get(i), tick, on);
        }
        counted.clear();
    }

    /** Queues everything that a spike of a source neuron causes in this core. Ignores neurons without synapses here. */
    void enqueue(long tick, int source, EventWheel wheel) {
        int[] first = firstGroup;
        int at = source;
        if (firstGroupByNeuron == null) {
            at = Arrays.binarySearch(sources, source);
        } else {
            first = firstGroupByNeuron;
        }
        if (at >= 0 && at < first.length - 1) {
            for (int group = first[at]; group < first[at + 1]; group++) {
                enqueue(tick, group, groups.delayTicks(group), wheel);
            }
        }
    }

    /**
     * Reads some of what {@link #enqueue} reads for a source neuron. Called for several neurons before they are queued, whose
     * data lie far apart: memory is asked for all of them at once. Nothing where sources are found by search.
     *
     * @return a number that depends on what was read, so that the compiler cannot leave it out
     */
    int readAheadSource(int source) {
        if (firstGroupByNeuron == null || source >= firstGroupByNeuron.length) {
            return 0;
        }
        int group = firstGroupByNeuron[source];
        return group < groups.count() ? groups.delayTicks(group) : 0;
    }

    private void enqueue(long tick, int group, int delay, EventWheel wheel) {
        int inlet = groups.inlet(group);
        wheel.add(tick + delay, order[inlet] - (delay & delayMask[inlet]), group);
    }

    /**
     * Queues what a spike of the past still causes from a tick on. What it caused before has been delivered by the run
     * that was saved; plastic synapses, whose traces are not part of a checkpoint, only add it to their traces. Called in
     * order of (tick, source).
     *
     * @param tick when the neuron fired
     * @param from the tick that the run resumes from
     */
    void replay(long tick, int source, long from, EventWheel wheel) {
        int position = Arrays.binarySearch(sources, source);
        if (position < 0) {
            return;
        }
        for (int group = firstGroup[position]; group < firstGroup[position + 1]; group++) {
            int delay = groups.delayTicks(group);
            Inlet into = inlets[groups.inlet(group)];
            if (tick + delay >= from) {
                enqueue(tick, group, delay, wheel);
            } else if (isAhead(group)) {
                ringRows[into.host()].addFrom(from, group, tick);
            } else if (into.plastic() != null && plasticGroup[group] == NONE) {
                into.plastic().replayThird(tick);
            } else if (into.plastic() != null) {
                into.plastic().sourceFired(plasticGroup[group], tick);
            }
        }
    }

    /** Number of synapses of a row group. */
    int length(int group) {
        return groups.length(group);
    }

    /** Index of the hosted neurons that a row group ends on. */
    int host(int group) {
        return inlets[groups.inlet(group)].host();
    }

    /** Whether a row group goes to a ring. */
    boolean isAhead(int group) {
        Inlet into = inlets[groups.inlet(group)];
        return ringRows[into.host()] != null && !into.uniform();
    }

    /** Adds a row group to its ring, at the tick at which it is taken up. */
    void addAhead(int group, long tick) {
        ringRows[host(group)].add(group, tick - groups.delayTicks(group));
    }

    /**
     * Adds the weights of a row group that is due at a tick to the summed input of their targets.
     *
     * @param on the hosted neurons that the row group ends on
     */
    void deliver(int group, long tick, HostedGroup on) {
        Inlet into = inlets[groups.inlet(group)];
        if (into.matrix() != null) {
            on.addRow(into.matrix(), groups.start(group), groups.length(group), into.firstTarget());
        } else if (into.plastic() == null) {
            int count = groups.length(group);
            into.synapses().deliver(groups.start(group), count, on.input(), into.offset(on), into.negativeOffset());
        } else if (plasticGroup[group] == NONE) {
            into.plastic().thirdFired(tick - groups.delayTicks(group), tick);
        } else {
            into.plastic().deliver(plasticGroup[group], tick, on.input(), on.inputStart());
        }
    }

    /** The same, and lists the neurons that are reached, by position in their group. */
    void deliverListing(int group, long tick, HostedGroup on) {
        Inlet into = inlets[groups.inlet(group)];
        int count = groups.length(group);
        if (into.plastic() == null && into.negativeOffset() == 0) {
            int[] list = on.reached.reserve(count);
            int at = on.reached.size();
            int end = into.synapses()
                    .deliverListing(
                            groups.start(group), count, on.input(), into.offset(on), -into.firstTarget(), list, at);
            on.reached.extend(end - at);
        } else {
            into.listNeurons(groups.start(group), count, on);
            deliver(group, tick, on);
        }
    }

    /** Has a row group read ahead; see {@link StoredSynapses#readAhead}. */
    long readAhead(int group) {
        return isAhead(group)
                ? ringRows[host(group)].readAhead(group)
                : inlets[groups.inlet(group)].synapses().readAhead(groups.start(group), groups.length(group));
    }

    /**
     * Tells the plastic synapses that end on a hosted neuron that it has fired at the tick being run. Costs nothing
     * without plasticity.
     */
    void targetFired(int host, int neuron, long tick) {
        for (Inlet into : plasticInlets) {
            if (into.host() == host) {
                into.plastic().targetFired(neuron, tick);
            }
        }
    }

    /** Brings plastic weights up to date; all spikes that are due before a tick have been delivered. */
    void catchUp(long tick) {
        for (Inlet into : plasticInlets) {
            into.plastic().catchUpAll(tick);
        }
    }

    /** Tells the plastic synapses that end on a hosted neuron of a spike of it before the tick that a run resumes from. */
    void replayTarget(int host, int neuron, long tick, long from) {
        for (Inlet into : plasticInlets) {
            if (into.host() == host) {
                into.plastic().replayTarget(neuron, tick, from);
            }
        }
    }

    /** Takes over the plastic weights of a projection, caught up with at the tick that a run resumes from. */
    void restoreNumbers(int projection, double[] byPosition, long tick) {
        for (Inlet into : plasticInlets) {
            if (into.projection() == projection) {
                into.plastic().restoreNumbers(byPosition, tick);
            }
        }
    }

    /** Copies the plastic weights of a projection to the positions of their synapses; see {@link PlasticRows#copyNumbers}. */
    void copyNumbers(int projection, double[] byPosition) {
        for (Inlet into : plasticInlets) {
            if (into.projection() == projection) {
                into.plastic().copyNumbers(byPosition);
            }
        }
    }
}
