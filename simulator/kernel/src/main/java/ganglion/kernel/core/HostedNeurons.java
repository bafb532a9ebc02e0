package ganglion.kernel.core;

/**
 * Neurons at successive positions of one population, hosted by one core.
 *
 * @param population index of the population in its network
 * @param first position of the first neuron in its population
 * @param size number of neurons, at least 1
 * @param perActor neurons of each actor, at least 1; the last actor may have fewer
 */
public record HostedNeurons(int population, int first, int size, int perActor) {

    /** Neurons that are one actor. */
    public HostedNeurons(int population, int first, int size) {
        this(population, first, size, size);
    }
}
