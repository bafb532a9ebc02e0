/**
 * A core: some neurons with everything that reaches them, and the loop that takes them through time. One core hosts from a
 * single neuron to a whole network; the code is the same.
 *
 * <pre>
 *   spikes of other cores ──► IncomingRows: which rows, when ──► EventWheel ──► rows due at a tick
 *                                      ▲                                             │ add weights, in canonical order
 *                                      │ own spikes                                  ▼
 *                                      └──────────────── NeuronGroups ◄──── summed input
 * </pre>
 *
 * Nothing is queued per synapse: a spike is queued once for each row and delay, and fans out when it is due. Rows of many
 * delays are added as a whole, ahead of their ticks, where the sums of input are exact in any order ({@code
 * RingRows}). The work of a core is proportional to synaptic events and to visited neurons, never to
 * neurons times ticks.
 */
package ganglion.kernel.core;
