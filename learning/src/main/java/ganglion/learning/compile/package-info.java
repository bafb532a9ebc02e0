/**
 * From a trained model to a network that the kernel runs. Step {@code t} of the layer of neurons number {@code l}, counted from 1,
 * is tick {@code t + l} of the simulation: the input's spikes come from a source at tick {@code t}, and every synapse takes
 * one tick, or more if its layer looks back. The biases, which the model adds at every step, therefore begin to flow at
 * tick {@code l}.
 *
 * <p>The simulator adds up in another order than the trainer (all synapses of a neuron, then its bias), so that sums differ
 * by a rounding, about 1e-16; {@link ganglion.learning.compile.Verification} reports whether that made any difference.
 */
package ganglion.learning.compile;
