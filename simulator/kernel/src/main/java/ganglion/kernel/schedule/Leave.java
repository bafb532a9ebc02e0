package ganglion.kernel.schedule;

/**
 * What the conductor tells all hosts: how far they may run, and what is known of the whole network.
 *
 * @param until no core runs this tick or a later one, until there is another leave
 * @param quiet no neuron of the network fires before this tick, but for spikes that have been taken in everywhere
 */
public record Leave(long until, long quiet) {}
