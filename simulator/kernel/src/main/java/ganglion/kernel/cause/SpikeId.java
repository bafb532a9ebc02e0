package ganglion.kernel.cause;

/**
 * One spike of a network.
 *
 * @param population index in the network
 * @param neuron position in its population
 * @param tick at which it was fired
 */
public record SpikeId(int population, int neuron, long tick) {}
