/**
 * Scenarios on several nodes: what a leader tells nodes of a scenario, and how each makes its share of the network from it. The nodes
 * themselves are in {@code ganglion.runtime.cluster}.
 */
package ganglion.scenario.nodes;
