package ganglion.kernel.core;

import static ganglion.kernel.core.IncomingRows.OWN_DELAYS;

import ganglion.kernel.network.Network;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.Synapses;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the row groups that end on a core's neurons, in canonical order: for each source population in the order of the
 * network, for each neuron, for each projection in the order of the network, for each run of hosted neurons, by delay.
 *
 * <p>The loops are nested in just this order because the numbers that groups get here are the order in which their
 * weights are added up for the rest of the run. Used once per core, in the thread that builds it.
 */
final class IncomingRowsBuilder {

    final List<Inlet> inlets = new ArrayList<>();
    final IntList sources = new IntList();

    /** First of {@link #groups} of each source, and in the end one more to close the last. */
    IntList firstGroup = new IntList();

    RowGroups groups = new RowGroups();
    RingRows ringRows;

    private IntList plasticGroup = new IntList();
    private int currentInlet;
    private boolean anyOwnDelays;

    private IncomingRowsBuilder() {}

    /**
     * @param hosted the core's neurons, in ascending order
     * @param groups the same, as the core holds them
     * @throws IllegalArgumentException if more synapses end on the neurons than one core can number
     */
    static IncomingRows build(Network network, List<HostedNeurons> hosted, HostedGroup[] groups) {
        IncomingRowsBuilder builder = new IncomingRowsBuilder();
        long[] arriving = arriving(network, hosted);
        int next = 0;
        while (next < arriving.length) {
            int firstInlet = builder.inlets.size();
            int source = sourceOf(arriving[next]);
            while (next < arriving.length && sourceOf(arriving[next]) == source) {
                builder.addInlets(network, (int) arriving[next++], hosted);
            }
            builder.addSources(
                    network.firstNeuron(source),
                    network.populations().get(source).size(),
                    firstInlet);
        }
        builder.firstGroup.add(builder.groupCount());
        builder.separateRingRows(groups);
        return new IncomingRows(builder);
    }

    /** Splits the row groups into those that are added ahead and those that are queued, and keeps the order of both. */
    private void separateRingRows(HostedGroup[] hosts) {
        Inlet[] all = inlets.toArray(new Inlet[0]);
        int[] first = firstGroup.toArray();
        RingPlan plan = new RingPlan(all, groups, first, hosts);
        RowGroups ahead = new RowGroups();
        int[] firstAhead = new int[first.length];
        if (plan.takesAny()) {
            RowGroups mixed = groups;
            IntList plasticOfMixed = plasticGroup;
            groups = new RowGroups();
            plasticGroup = new IntList();
            firstGroup = new IntList();
            for (int source = 0; source < sources.size(); source++) {
                firstGroup.add(groups.count());
                for (int group = first[source]; group < first[source + 1]; group++) {
                    if (plan.takes(mixed.inlet(group))) {
                        ahead.add(mixed, group);
                    } else {
                        groups.add(mixed, group);
                        plasticGroup.add(plasticOfMixed.get(group));
                    }
                }
                firstAhead[source + 1] = ahead.count();
            }
            firstGroup.add(groups.count());
        }
        ringRows = new RingRows(all, ahead.trimmed(), firstAhead, plan);
    }

    /**
     * The projections that end on hosted populations, by source population and then by their own order, which is the
     * canonical one: source above projection in one number. Only these are looked at: a core of few neurons in a network
     * of thousands of populations has little to do with most.
     */
    private static long[] arriving(Network network, List<HostedNeurons> hosted) {
        return hosted.stream()
                .mapToInt(HostedNeurons::population)
                .distinct()
                .flatMap(population -> Arrays.stream(network.projectionsTo(population)))
                .mapToLong(projection -> (long) network.sourceOf(projection) << Integer.SIZE | projection)
                .sorted()
                .toArray();
    }

    private static int sourceOf(long arriving) {
        return (int) (arriving >>> Integer.SIZE);
    }

    /** One inlet for each hosted run of a projection's target. */
    private void addInlets(Network network, int projection, List<HostedNeurons> hosted) {
        int target = network.targetOf(projection);
        int channels = network.populations().get(target).model().inputChannels();
        for (int h = firstRunOf(target, hosted);
                h < hosted.size() && hosted.get(h).population() == target;
                h++) {
            inlets.add(inlet(projection, network.projections().get(projection), h, hosted.get(h), channels));
        }
    }

    /** The first of the hosted runs of a population, of which there is one: runs ascend by population. */
    private static int firstRunOf(int population, List<HostedNeurons> hosted) {
        int low = 0;
        int high = hosted.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (hosted.get(middle).population() < population) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * The part of a projection that ends on a run of hosted neurons. Plastic projections keep their whole synapses,
     * since weights are handed back by position; others may be restricted to the run where that makes rows shorter.
     */
    private static Inlet inlet(int index, Projection projection, int host, HostedNeurons run, int channels) {
        int end = run.first() + run.size();
        Synapses whole = projection.synapses();
        PlasticRows plastic = projection
                .plasticity()
                .map(rule -> new PlasticRows(rule, whole, run.first(), run.size()))
                .orElse(null);
        return new Inlet(
                index,
                plastic == null ? whole.restrictedTo(run.first(), end) : whole,
                host,
                run.first(),
                end,
                channels > 1 ? run.size() : 0,
                plastic);
    }

    /** Adds the row groups of all neurons of a source population. A neuron without synapses here gets no entry. */
    private void addSources(int firstNeuron, int size, int firstInlet) {
        Synapses.PieceConsumer addGroup = this::addGroup;
        for (int source = 0; source < size; source++) {
            int groupsBefore = groupCount();
            for (int i = firstInlet; i < inlets.size(); i++) {
                Inlet from = inlets.get(i);
                currentInlet = i;
                if (!from.takesWholeRows()) {
                    from.synapses().forEachPiece(source, from.firstTarget(), from.endTarget(), addGroup);
                } else if (from.synapses().outDegree(source) > 0) {
                    int firstPosition = from.synapses().firstPosition(source);
                    addGroup(OWN_DELAYS, firstPosition, from.synapses().outDegree(source));
                }
            }
            if (groupCount() > groupsBefore) {
                sources.add(firstNeuron + source);
                firstGroup.add(groupsBefore);
            }
        }
    }

    /** Numbers a row group, and its weights where they change. */
    private void addGroup(int delay, int position, int count) {
        anyOwnDelays |= delay == OWN_DELAYS;
        groups.add(delay, position, count, currentInlet);
        PlasticRows plastic = inlets.get(currentInlet).plastic();
        plasticGroup.add(plastic == null ? -1 : plastic.addGroup(delay, position, count));
    }

    /** For each row group its number among the plastic rows of its inlet; null if no inlet is plastic. */
    int[] plasticGroups() {
        return inlets.stream().anyMatch(from -> from.plastic() != null) ? plasticGroup.toArray() : null;
    }

    int groupCount() {
        return groups.count();
    }

    /** First id of each row group and the end of the last; null if ids are the numbers of the row groups. */
    int[] firstIds() {
        if (!anyOwnDelays) {
            return null;
        }
        int[] firstId = new int[groupCount() + 1];
        long next = 0;
        for (int group = 0; group < groupCount(); group++) {
            next += groups.delayTicks(group) == OWN_DELAYS ? groups.length(group) : 1;
            // Ids of requested visits follow those of rows, and both must fit into 31 bits.
            if (next > EventWheel.MOST_IDS) {
                throw new IllegalArgumentException("more than " + EventWheel.MOST_IDS
                        + " synapses with a delay of their own end on one core; use more cores");
            }
            firstId[group + 1] = (int) next;
        }
        return firstId;
    }
}
