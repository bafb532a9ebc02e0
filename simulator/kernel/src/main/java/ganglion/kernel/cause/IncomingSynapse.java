package ganglion.kernel.cause;

/**
 * A synapse that ends on a neuron.
 *
 * @param projection position of its projection in the network
 * @param source the neuron that it comes from, by position in its population
 * @param weight in the network as it is built, before any plasticity
 * @param delayTicks its delay
 */
public record IncomingSynapse(int projection, int source, double weight, int delayTicks) {}
