/**
 * Why a neuron fired, or did not: its membrane potential at a tick as a sum of parts. {@link ganglion.kernel.cause.PotentialParts} holds one
 * part for each synaptic event, and those of the initial state, the drive, the currents and the neuron's own spikes. They are found from the
 * spikes of a finished run alone: forward along the {@linkplain ganglion.kernel.affine affine maps} of the neuron for its potential, and back
 * along them for what each input adds to it.
 */
package ganglion.kernel.cause;
