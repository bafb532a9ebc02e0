/**
 * Neurons whose variables follow affine maps once it is known when they fire.
 *
 * <p>Between its own spikes, every model but Izhikevich's is linear in its state and its input. So its potential at any tick is a sum, of what
 * it started with, what flows in by itself, what its own spikes did, and one term for each synaptic event.
 */
package ganglion.kernel.affine;
