package ganglion.kernel;

/**
 * A view of a run at rest. Looking changes no result, but brings neurons up to the tick that is looked at: the skipped
 * ticks between two visits are made up for now instead of later, with the same bits. Not thread-safe; valid until the
 * run proceeds.
 */
public interface RunSample {

    /** Membrane potentials of a population after the last completed tick, by neuron. */
    double[] potentials(int population);

    /**
     * A state of a population after the last completed tick, by neuron.
     *
     * @param state index in {@link ganglion.kernel.neuron.NeuronModel#states}
     * @throws UnsupportedOperationException if the model has no such state
     */
    double[] states(int population, int state);
}
