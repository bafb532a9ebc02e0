package ganglion.kernel.cause;

/** What is knocked out of a network, to see what it was good for. Neurons are named by population and position. */
public sealed interface Removal {

    /** A spike, which is fired as before and reaches nobody. */
    record OfSpike(SpikeId spike) implements Removal {}

    /** All spikes of a neuron, which fires and reaches nobody. */
    record OfNeuron(int population, int neuron) implements Removal {}

    /** All synapses from one neuron to another. */
    record OfSynapses(int population, int neuron, int targetPopulation, int target) implements Removal {}
}
