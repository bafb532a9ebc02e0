package ganglion.kernel;

/** Placeholder until the engine lands: membrane potentials, at [tick index * neurons.length + neuron index]. */
public record MembraneTrace(String population, int[] neurons, long[] ticks, double[] potentials) {}
