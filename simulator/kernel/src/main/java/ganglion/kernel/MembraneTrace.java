package ganglion.kernel;

/**
 * Membrane potentials of a population at every tick of a run, after the input and any immediate reset of the tick.
 *
 * @param population name of the population
 * @param neuronCount number of its neurons
 * @param potentials potential of neuron {@code i} after tick {@code t} at {@code t * neuronCount + i}, in the unit of
 *     the threshold; not copied
 */
public record MembraneTrace(String population, int neuronCount, double[] potentials) {

    /** Number of ticks recorded. */
    public int ticks() {
        return potentials.length / neuronCount;
    }

    /** Potential of a neuron after a tick. */
    public double at(int tick, int neuron) {
        return potentials[tick * neuronCount + neuron];
    }
}
