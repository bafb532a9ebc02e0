package ganglion.kernel.cause;

import ganglion.kernel.event.WithheldSpikes;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.network.SynapseSummary;
import ganglion.kernel.network.Synapses;
import java.util.ArrayList;
import java.util.List;

/**
 * Networks that lack something. What is left is summed in the order of the whole network, so that potentials that lose nothing keep their
 * bits.
 */
public final class NetworkWithout {

    private NetworkWithout() {}

    /** A network without some spikes, neurons and synapses; those that it does not have are not missed. */
    public static Network of(Network network, List<Removal> removals) {
        WithheldSpikes withheld = network.withheld();
        List<Projection> projections = new ArrayList<>(network.projections());
        for (Removal removal : removals) {
            if (removal instanceof Removal.OfSpike of) {
                withheld = withheld.and(
                        number(network, of.spike().population(), of.spike().neuron()),
                        of.spike().tick());
            } else if (removal instanceof Removal.OfNeuron of) {
                withheld = withheld.and(number(network, of.population(), of.neuron()));
            } else {
                remove((Removal.OfSynapses) removal, network, projections);
            }
        }
        return new Network(network.populations(), projections).withholding(withheld);
    }

    private static int number(Network network, int population, int neuron) {
        return network.firstNeuron(population) + neuron;
    }

    private static void remove(Removal.OfSynapses pair, Network network, List<Projection> projections) {
        for (int number : network.projectionsTo(pair.targetPopulation())) {
            Projection whole = projections.get(number);
            if (network.sourceOf(number) == pair.population() && joins(whole.synapses(), pair)) {
                Synapses rest = SynapseSummary.of(whole.synapses()).applyTo(rest(whole.synapses(), pair));
                projections.set(number, new Projection(whole.source(), whole.target(), rest, whole.plasticity()));
            }
        }
    }

    private static boolean joins(Synapses synapses, Removal.OfSynapses pair) {
        for (int i = 0; i < synapses.outDegree(pair.neuron()); i++) {
            if (synapses.target(pair.neuron(), i) == pair.target()) {
                return true;
            }
        }
        return false;
    }

    /** All other synapses, which take 20 bytes each on the way. */
    private static SparseSynapses rest(Synapses synapses, Removal.OfSynapses pair) {
        SparseSynapses.Builder rest = SparseSynapses.builder(synapses.sourceSize(), synapses.targetSize());
        for (Synapses part : synapses.within(0, synapses.targetSize())) {
            for (int source = 0; source < part.sourceSize(); source++) {
                for (int i = 0; i < part.outDegree(source); i++) {
                    if (source != pair.neuron() || part.target(source, i) != pair.target()) {
                        rest.add(source, part.target(source, i), part.weight(source, i), part.delayTicks(source, i));
                    }
                }
            }
        }
        return rest.build();
    }
}
