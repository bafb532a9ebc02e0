package ganglion.scenario.interchange.export;

import ganglion.scenario.interchange.nir.NirNode;
import java.util.Optional;

/**
 * Neurons as a node.
 *
 * @param node the node; absent for neurons without memory that never fire, which an Output shows as well
 * @param constant what must flow into each neuron at every step; null for nothing
 * @param still whether nothing happens in the neurons before their first input
 */
record NeuronNode(Optional<NirNode> node, double[] constant, boolean still) {}
