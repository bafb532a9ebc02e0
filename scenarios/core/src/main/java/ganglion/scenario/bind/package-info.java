/**
 * From what a scenario describes to a {@link ganglion.kernel.network.Network} that runs: reads weights, lists of synapses
 * and lists of spikes, and checks that they have the shape that the populations give them.
 */
package ganglion.scenario.bind;
