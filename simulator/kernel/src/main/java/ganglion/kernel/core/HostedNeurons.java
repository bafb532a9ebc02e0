package ganglion.kernel.core;

/**
 * A run of neurons of one population that a core hosts.
 *
 * @param population index of the population in its network
 * @param first position of the first neuron in the population
 * @param size number of neurons, at least 1
 */
public record HostedNeurons(int population, int first, int size) {}
