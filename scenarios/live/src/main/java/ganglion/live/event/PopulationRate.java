package ganglion.live.event;

/**
 * How a population fired within a second.
 *
 * @param meanHertz spikes per second and neuron
 * @param silent whether none of its neurons fired although the populations that reach it did
 * @param saturated number of neurons that fired at more than nine of ten ticks
 */
public record PopulationRate(double meanHertz, boolean silent, int saturated) {}
