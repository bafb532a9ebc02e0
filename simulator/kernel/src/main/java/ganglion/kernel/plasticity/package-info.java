/**
 * How weights change with the spikes on both sides of a synapse. Rules here are immutable specifications; the changing
 * weights and the traces of past spikes are state of the core that hosts the target neuron, and are brought up to date only
 * when a spike passes the synapse.
 */
package ganglion.kernel.plasticity;
