package ganglion.scenario.cause;

import ganglion.kernel.cause.SpikeId;

/**
 * What one spike of another neuron, or of the neuron itself, adds to a potential through all its synapses on the neuron.
 *
 * @param spike that reached the neuron
 * @param amount that it adds, in the unit of the potential
 * @param share the amount as a part of all that lifts the potential, up to 1; 0 for what lowers it
 */
public record SourceShare(SpikeId spike, double amount, double share) {

    static SourceShare of(SpikeId spike, double amount, double lift) {
        return new SourceShare(spike, amount, amount > 0 ? amount / lift : 0);
    }
}
