package ganglion.kernel;

import ganglion.kernel.network.Synapses;

/**
 * The weights of a plastic projection at the end of a run: as a spike of a source that reaches its targets at the tick
 * after the last would find them. That takes every spike into account that has reached the synapse by then less the
 * delay. The array is not copied.
 *
 * @param projection index of the projection in its network
 * @param byPosition weight of each synapse, by its position in the projection's {@link Synapses}
 */
public record PlasticWeights(int projection, double[] byPosition) {}
