package ganglion.kernel.core;

/**
 * Neurons at successive positions of one population, hosted by one core.
 *
 * @param population index of the population in its network
 * @param first position of the first neuron in its population
 * @param size number of neurons, at least 1
 */
public record HostedNeurons(int population, int first, int size) {}
