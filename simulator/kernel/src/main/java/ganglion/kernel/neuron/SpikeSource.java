package ganglion.kernel.neuron;

import ganglion.kernel.event.SpikeRaster;

/**
 * Neurons that fire a given list of spikes and take no input: the way in for recorded spikes, generators and the front
 * end.
 *
 * @param spikes what the population fires; its neuron count is the population's size
 */
public record SpikeSource(SpikeRaster spikes) implements NeuronModel {

    @Override
    public String name() {
        return "spike-source";
    }

    @Override
    public NeuronGroup createGroup(int first, int size) {
        throw new UnsupportedOperationException();
    }
}
