/**
 * The state of a run as a stream of bytes, from which the same network continues to the same end, on any partition and with
 * any number of threads. A checkpoint carries a fingerprint of its network and a checksum; one that is damaged, or belongs to
 * another network, is refused with the reason.
 *
 * <pre>
 *   8 bytes    GANGLION
 *   int        version
 *   long       fingerprint of the network             from here on, everything counts into the checksum
 *   long x 3   tick, synaptic events, neuron updates
 *   per population: words of state (count, longs), spikes (count, then tick and neuron each)
 *   requested visits: ticks (count, longs), neurons (ints)
 *   plastic projections (count): index, weights (count, doubles)
 *   traced populations (count): index, potentials (count, doubles)
 *   long       checksum
 * </pre>
 *
 * All numbers are big-endian, and doubles are stored by their bits. Lengths are not trusted: a damaged one runs into the end
 * of the input or into the checksum, never out of memory.
 */
package ganglion.kernel.checkpoint;
