/**
 * What a neuron does: one file for each model, with its equations and their source in its head. A model is an immutable
 * description of parameters; for every core that hosts some of its neurons it makes a {@link
 * ganglion.kernel.neuron.NeuronGroup}, which holds their state in flat arrays.
 */
package ganglion.kernel.neuron;
