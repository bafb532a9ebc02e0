package ganglion.kernel.cause;

import ganglion.kernel.neuron.NeuronGroup;
import ganglion.kernel.neuron.NeuronModel;

/**
 * One neuron of a population as a population of its own.
 *
 * @param model of the population
 * @param neuron position in it, which per-neuron parameters and random numbers depend on
 */
record SingledOut(NeuronModel model, int neuron) implements NeuronModel {

    @Override
    public String name() {
        return model.name();
    }

    @Override
    public int inputChannels() {
        return model.inputChannels();
    }

    @Override
    public boolean hasSynapticCurrents() {
        return model.hasSynapticCurrents();
    }

    @Override
    public NeuronGroup createGroup(int first, int size) {
        return model.createGroup(neuron + first, size);
    }
}
