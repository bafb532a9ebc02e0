/**
 * How weights change with the spikes on both sides of a synapse. Rules here are immutable specifications; the changing
 * weights and the traces of past spikes are state of the core that hosts the target neuron, and are brought up to date only
 * when a spike passes the synapse.
 *
 * <p>A {@code SynapseRule} says how; its {@code SynapseChanges} say what one spike of either side does to rows of weights, given the variables of both sides. Neither says when: between two
 * spikes of its source no one reads a weight, so that the changes in between can be made up for in one go, in their order. That is what makes plasticity event-driven.
 */
package ganglion.kernel.plasticity;
