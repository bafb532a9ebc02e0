package ganglion.kernel.core;

import ganglion.kernel.network.Network;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.Synapses;
import java.util.ArrayList;
import java.util.List;

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

    final List<Inlet> inlets = new ArrayList<>();
    final IntList sources = new IntList();

    /** First of {@link #groups} of each source, and in the end one more to close the last. */
    final IntList firstGroup = new IntList();

    final RowGroups groups = new RowGroups();

    /** For each run of hosted neurons its ring; null where it has none. */
    final RingPlan.Shape[] rings;

    private final IntList plasticGroup = new IntList();
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
        for (int p = 0; p < network.populations().size(); p++) {
            int firstInlet = builder.inlets.size();
            builder.addInlets(network, network.populations().get(p).name(), hosted);
            if (builder.inlets.size() > firstInlet) {
                builder.addSources(
                        network.firstNeuron(p), network.populations().get(p).size(), firstInlet);
            }
        }
        builder.firstGroup.add(builder.groups.count());
        return new IncomingRows(builder, groups);
    }

    /** One inlet per projection from a population and hosted run of its target, in canonical order. */
    private void addInlets(Network network, String source, List<HostedNeurons> hosted) {
        for (int p = 0; p < network.projections().size(); p++) {
            Projection projection = network.projections().get(p);
            if (!projection.source().equals(source)) {
                continue;
            }
            int target = network.index(projection.target());
            for (int h = 0; h < hosted.size(); h++) {
                HostedNeurons run = hosted.get(h);
                int channels =
                        network.populations().get(run.population()).model().inputChannels();
                if (run.population() == target) {
                    inlets.add(inlet(p, projection, h, run, channels));
                }
            }
        }
    }

    /**
     * The part of a projection that ends on a run of hosted neurons. Plastic projections keep their whole synapses,
     * since weights are handed back by position.
     */
    private Inlet inlet(int index, Projection projection, int host, HostedNeurons run, int channels) {
        int end = run.first() + run.size();
        Synapses whole = projection.synapses();
        PlasticRows plastic = projection
                .plasticity()
                .map(rule -> new PlasticRows(rule, whole, run.first(), run.size()))
                .orElse(null);
        boolean uniform = projection.isUniform();
        int negativeOffset = channels > 1 ? run.size() : 0;
        if (rings[host] != null && whole.hasManyDelays()) {
            Synapses part = whole.forRing(run.first(), end, channels);
            return new Inlet(index, part, host, 0, part.targetSize(), negativeOffset, uniform, plastic);
        }
        return new Inlet(index, whole, host, run.first(), end, negativeOffset, uniform, plastic);
    }

    /** Adds the row groups of all neurons of a source population. A neuron without synapses here gets no entry. */
    private void addSources(int firstNeuron, int size, int firstInlet) {
        Synapses.PieceConsumer addGroup = this::addGroup;
        for (int source = 0; source < size; source++) {
            int groupsBefore = groups.count();
            for (int i = firstInlet; i < inlets.size(); i++) {
                Inlet from = inlets.get(i);
                currentInlet = i;
                if (rings[from.host()] == null || !from.synapses().hasManyDelays()) {
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
        plasticGroup.add(from.plastic() == null ? -1 : from.plastic().addGroup(delay, position, count));
    }

    /** For each row group its number among the plastic rows of its inlet; null if no inlet is plastic. */
    int[] plasticGroups() {
        return inlets.stream().anyMatch(from -> from.plastic() != null) ? plasticGroup.toArray() : null;
    }
}
