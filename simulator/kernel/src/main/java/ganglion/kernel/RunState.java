package ganglion.kernel;

import ganglion.kernel.event.SpikeRaster;
import java.util.List;

/**
 * All that a run has come to before a tick: enough to go on from there, on any partition, to the same end. What is on its way
 * follows from the spikes, and the traces of plasticity do too.
 *
 * @param tick all ticks before it are done with, and nothing after
 * @param neurons the state of each population, by neuron; see {@link ganglion.kernel.neuron.NeuronGroup#saveState}
 * @param wishNeurons network-wide numbers of the neurons that want to be visited
 * @param wishTicks at which tick each of them does
 * @param weights the weights of the plastic projections
 * @param spikes all spikes before the tick, by population index
 * @param membranes the membrane potentials at all ticks before it that were asked for
 * @param synapticEvents weights applied
 * @param neuronUpdates visits to neurons
 */
public record RunState(
        long tick,
        List<long[]> neurons,
        int[] wishNeurons,
        long[] wishTicks,
        List<PlasticWeights> weights,
        List<SpikeRaster> spikes,
        List<MembraneTrace> membranes,
        long synapticEvents,
        long neuronUpdates) {

    /** Takes copies of the lists, not of the arrays. */
    public RunState {
        neurons = List.copyOf(neurons);
        weights = List.copyOf(weights);
        spikes = List.copyOf(spikes);
        membranes = List.copyOf(membranes);
    }
}
