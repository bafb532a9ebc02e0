package ganglion.kernel.neuron;

/** Placeholder until the core lands in the next commit. */
public interface NeuronGroup {}
