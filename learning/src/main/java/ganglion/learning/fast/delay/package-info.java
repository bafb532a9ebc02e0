/**
 * Synapses with a delay of their own in the fast engine: how each spreads a spike over steps, and loops that cost in proportion to
 * spikes.
 */
package ganglion.learning.fast.delay;
