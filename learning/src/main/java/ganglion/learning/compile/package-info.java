/**
 * From a trained model to a network that the kernel runs. Step {@code t} of the layer of neurons number {@code l}, counted from 1,
 * is tick {@code t + l} of the simulation: the input's spikes come from a source at tick {@code t}, and every synapse takes
 * one tick, or more by what its layer looks back. What the model adds at every step, its biases, therefore begins to flow at
 * tick {@code l}.
 *
 * <p>The simulator adds up in another order than the trainer (all synapses of a neuron, then its bias), so that sums differ
 * by a rounding, about 1e-16; {@link ganglion.learning.compile.Verification} says whether that made any difference.
 */
package ganglion.learning.compile;
