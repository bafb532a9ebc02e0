package ganglion.kernel.core;

import ganglion.kernel.network.Network;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.StoredSynapses;
import ganglion.kernel.network.Synapses;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Finds the row groups that end on a core's neurons, by source: for each source population in the order of the network,
 * for each neuron, for each projection in the order of the network, for each run of hosted neurons. Where the run has a
 * ring, a row is one group; else it is one group for each delay.
 *
 * <p>The loops are nested in just this order because the numbers that groups get here are the order in which the weights
 * of spikes that were fired at the same tick are added up for the rest of the run. Used once per core, in the thread that
 * builds it.
 */
final class IncomingRowsBuilder {

    /** Tells an inlet whose synapses a population modulates from one whose synapses it has. */
    private static final int MODULATES = 1 << 30;

    final List<Inlet> inlets = new ArrayList<>();
    final IntList sources = new IntList();

    /** First of {@link #groups} of each source, and in the end one more to close the last. */
    final IntList firstGroup = new IntList();

    final RowGroups groups = new RowGroups();

    /** For each run of hosted neurons its ring; null where it has none. */
    final RingPlan.Shape[] rings;

    /** For each of {@link #groups} its number among the plastic rows of its inlet. */
    final IntList plasticGroup = new IntList();

    private int currentInlet;

    private IncomingRowsBuilder(RingPlan.Shape[] rings) {
        this.rings = rings;
    }

    /**
     * @param hosted the core's neurons, in ascending order
     * @param groups the same, as the core holds them
     * @throws IllegalArgumentException if more synapses end on the neurons than one core can number
     */
    static IncomingRows build(Network network, List<HostedNeurons> hosted, HostedGroup[] groups) {
        RingPlan.Shape[] rings =
                hosted.stream().map(run -> RingPlan.of(network, run)).toArray(RingPlan.Shape[]::new);
        IncomingRowsBuilder builder = new IncomingRowsBuilder(rings);
        for (long projection : arriving(network, hosted)) {
            builder.addInlets(network, (int) projection, hosted);
        }
        long[] entering = builder.entering(network);
        int next = 0;
        while (next < entering.length) {
            int first = next;
            int source = sourceOf(entering[first]);
            while (next < entering.length && sourceOf(entering[next]) == source) {
                next++;
            }
            builder.addSources(
                    network.firstNeuron(source),
                    network.population(source).size(),
                    Arrays.copyOfRange(entering, first, next));
        }
        builder.firstGroup.add(builder.groups.count());
        return new IncomingRows(builder, groups);
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

    /** The inlets by the population whose spikes enter there, in the same form; after those of its synapses those that it modulates. */
    private long[] entering(Network network) {
        LongStream.Builder entering = LongStream.builder();
        for (int i = 0; i < inlets.size(); i++) {
            Inlet into = inlets.get(i);
            entering.add((long) network.sourceOf(into.projection()) << Integer.SIZE | i);
            long modulator = network.modulatorOf(into.projection());
            if (modulator >= 0 && into.synapses().count() > 0) {
                entering.add(modulator << Integer.SIZE | MODULATES | i);
            }
        }
        return entering.build().sorted().toArray();
    }

    private static int sourceOf(long arriving) {
        return (int) (arriving >>> Integer.SIZE);
    }

    /** The inlets of each hosted run of a projection's target. */
    private void addInlets(Network network, int projection, List<HostedNeurons> hosted) {
        int target = network.targetOf(projection);
        int channels = network.population(target).model().inputChannels();
        for (int h = firstRunOf(target, hosted);
                h < hosted.size() && hosted.get(h).population() == target;
                h++) {
            addInlets(projection, network.projection(projection), h, hosted.get(h), channels);
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
     * The part of a projection that ends on a run of hosted neurons: one inlet, or without a ring one for each part that its synapses
     * are divided into. Plastic ones are not divided.
     */
    private void addInlets(int index, Projection projection, int host, HostedNeurons run, int channels) {
        int end = run.first() + run.size();
        Synapses whole = projection.synapses();
        boolean uniform = projection.isUniform();
        int negativeOffset = channels > 1 ? run.size() : 0;
        if (rings[host] != null && whole.hasManyDelays()) {
            StoredSynapses part = whole.forRing(run.first(), end, channels);
            inlets.add(new Inlet(index, part, host, 0, part.targetSize(), negativeOffset, uniform, null));
            return;
        }
        for (StoredSynapses part : whole.within(run.first(), end)) {
            PlasticRows plastic = projection
                    .plasticity()
                    .map(rule -> new PlasticRows(rule, part, run.first(), run.size(), negativeOffset))
                    .orElse(null);
            inlets.add(new Inlet(index, part, host, run.first(), end, negativeOffset, uniform, plastic));
        }
    }

    /** Adds the row groups of all neurons of a source population. A neuron without synapses here gets no entry. */
    private void addSources(int firstNeuron, int size, long[] entering) {
        StoredSynapses.PieceConsumer addGroup = this::addGroup;
        for (int source = 0; source < size; source++) {
            int groupsBefore = groups.count();
            for (long each : entering) {
                currentInlet = (int) each & ~MODULATES;
                Inlet from = inlets.get(currentInlet);
                if (((int) each & MODULATES) != 0) {
                    // Early enough for all its rows: their sources' spikes meet it at the synapses when they are fired.
                    groups.add(from.synapses().smallestDelayTicks(), 0, 0, currentInlet);
                    plasticGroup.add(IncomingRows.NONE);
                } else if (rings[from.host()] == null || !from.synapses().hasManyDelays()) {
                    from.synapses().forEachPiece(source, from.firstTarget(), from.endTarget(), addGroup);
                } else if (from.synapses().outDegree(source) > 0) {
                    addGroup(
                            0,
                            from.synapses().firstPosition(source),
                            from.synapses().outDegree(source));
                }
            }
            if (groups.count() > groupsBefore) {
                sources.add(firstNeuron + source);
                firstGroup.add(groupsBefore);
            }
        }
    }

    /** Numbers a row group, and its weights where they change. */
    private void addGroup(int delay, int position, int count) {
        Inlet from = inlets.get(currentInlet);
        boolean ahead = rings[from.host()] != null && !from.uniform();
        groups.add(ahead ? rings[from.host()].smallestDelayTicks() : delay, position, count, currentInlet);
        plasticGroup.add(
                from.plastic() == null ? IncomingRows.NONE : from.plastic().addGroup(delay, position, count));
    }
}
