package ganglion.scenario.result;

import ganglion.kernel.network.NetworkSummary;

/**
 * What is known of the synapses of a network that no place holds as a whole, because several nodes ran it.
 *
 * @param summary of all synapses
 * @param fingerprint sum of the fingerprints of all synapses
 */
public record SharedSynapses(NetworkSummary summary, long fingerprint) {}
