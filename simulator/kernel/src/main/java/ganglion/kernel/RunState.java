package ganglion.kernel;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.neuron.NeuronModel;
import java.util.List;

/**
 * Everything that a run has come to before a tick: enough to continue from there, on any partition, to the same end.
 * Spikes in flight are not stored, because they follow from the spikes fired, and so do the traces of plasticity.
 *
 * @param tick all ticks before it are complete, and none after
 * @param neurons the state of each population, by neuron; see {@link ganglion.kernel.neuron.NeuronGroup#saveState}
 * @param wishNeurons network-wide numbers of the neurons that asked for a visit
 * @param wishTicks the tick that each of them asked for
 * @param weights the weights of the plastic projections
 * @param spikes all spikes before the tick, by population index
 * @param membranes the recorded membrane potentials at all ticks before it
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

    /** Words that hold the state of one neuron of a model, as its groups say. */
    public static int wordsOfNeuron(NeuronModel model) {
        return model.createGroup(0, 1).stateWords();
    }

    /** The same with other spikes. */
    public RunState withSpikes(List<SpikeRaster> others) {
        return new RunState(
                tick, neurons, wishNeurons, wishTicks, weights, others, membranes, synapticEvents, neuronUpdates);
    }
}
