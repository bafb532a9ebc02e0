/**
 * Neuron models and the currents into them as files have them: a declaration of keys for each, with reading and writing. A new
 * model is its file in the kernel, its file here, and an element of the list in {@link
 * ganglion.scenario.format.neuron.ModelKeys}.
 */
package ganglion.scenario.format.neuron;
