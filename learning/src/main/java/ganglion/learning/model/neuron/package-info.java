/** Layers of neurons with two coupled variables, whose own parameters are learned within bounds. */
package ganglion.learning.model.neuron;
