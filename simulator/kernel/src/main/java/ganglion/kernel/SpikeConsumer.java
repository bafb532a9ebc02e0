package ganglion.kernel;

/**
 * Takes spikes one by one, in order of tick, population and neuron. Called in the thread that drives the run, which
 * waits until the call returns.
 */
@FunctionalInterface
public interface SpikeConsumer {

    /**
     * @param population index of the population
     * @param neuron position in the population
     */
    void spike(long tick, int population, int neuron);
}
