package ganglion.scenario.interchange.compile;

import ganglion.kernel.neuron.NeuronModel;

/**
 * Neurons of a node, and the factor that its input is taken times.
 *
 * @param gain one for each neuron, or one for all
 */
record CompiledNeurons(NeuronModel model, double[] gain) {}
