package ganglion.learning.fast.neuron;

/** A layer of neurons in one slice: forward, and back through what that left. */
public record FiringPass(FiringStage stage, FiringBackward backward) {}
