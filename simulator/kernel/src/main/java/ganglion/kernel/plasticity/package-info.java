/**
 * How weights change with the spikes on both sides of a synapse. Rules here are immutable specifications; the changing
 * weights and the traces of past spikes are state of the core that hosts the target neuron, and are brought up to date only
 * when a spike passes the synapse.
 *
 * <p>A rule ({@code PairStdp}) says what one spike of either side does to one weight, given the trace of the other side, and
 * {@code WeightChanges} does so to rows of weights. Neither says when: between two spikes of its source no one reads a weight, so that the changes in between can be made up for in one go, in
 * their order. That is what makes plasticity event-driven.
 */
package ganglion.kernel.plasticity;
