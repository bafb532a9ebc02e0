/**
 * A core: some neurons with everything that reaches them, and the loop that takes them through time. One core hosts from a
 * single neuron to a whole network; the code is the same. Its neurons are divided into actors, from one for each population to one for
 * each neuron. An actor has the state of its neurons to itself: it takes in the input of a tick, and says which neurons fire and when
 * it wants to be called again. What comes before that, rows, queue and sums, is one for all actors of the core: a row that is
 * cut into a piece for each actor would be looked up as often.
 *
 * <pre>
 *   spikes of other cores ──► IncomingRows: which rows, when ──► EventWheel ──► rows due at a tick
 *                                      ▲                                             │ add weights, in canonical order
 *                                      │ own spikes                                  ▼
 *                                      └──────────────── HostedGroup  ◄──── summed input
 * </pre>
 *
 * Nothing is queued per synapse: a spike is queued once for each row and delay, and fans out when it is due. Rows of many
 * delays are queued once and added as a whole, ahead of their ticks, to a ring of sums per tick. The work of a core is
 * proportional to synaptic events and to visited neurons, never to neurons times ticks.
 *
 * <pre>
 *   NeuroCore             the loop over ticks: sum, visit, queue
 *   HostedNeurons         which neurons; HostedGroup: their state, and what reaches them at this tick; Actors: their state in parts
 *   IncomingRows          rows of synapses by source (IncomingRowsBuilder lays them out, RowGroups holds them, Inlet is the
 *                         part of a projection that ends on one group)
 *   EventWheel            what is due when, sorted within a tick by EntrySort
 *   RingRows              rows that are added ahead, into an InputRing, where RingPlan finds it worthwhile
 *   BitInput              dense rows of one weight, counted as bits where BitRows finds it worthwhile; UniformWeights: in which
 *                         order weights are added
 *   PlasticRows           weights that change, with the SpikeHistory of their targets, SpikeLists out of it, and a DecayTable
 *   PendingRows           rows of a matrix of weights, added several at once
 *   CoreTransfer          the state of a core, out and in
 *   WindowResult          what a window produced
 * </pre>
 *
 * Three invariants hold everywhere. A delay is at least one tick, so that nothing fired at a tick is due at it. What is queued
 * is numbered in the canonical order of sums, so that a sorted queue gives sorted sums. And every structure belongs to one core, which one
 * thread runs at a time, so that there are no locks and no atomic operations.
 */
package ganglion.kernel.core;
