package ganglion.runtime.cluster;

import ganglion.kernel.network.Network;

/**
 * A network to run on several nodes.
 *
 * @param description what every node's {@link NetworkSource} makes its share of
 * @param view all populations and projections, with no synapses but those of plastic projections, which the leader needs whole: it
 *     writes their weights
 * @param ticks length of the run
 */
public record ClusterJob(byte[] description, Network view, long ticks) {}
