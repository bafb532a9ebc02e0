/**
 * The network as its author describes it: populations of neurons and the projections between them, immutable and checked.
 * Nothing here runs; {@code ganglion.kernel.core} finds the rows that end on each core's neurons, and the rows themselves, the
 * largest thing in memory, stay here and are shared by all cores.
 *
 * <pre>
 *   Network, Population, Projection     the description
 *   Synapses                            rows by source neuron:
 *     StoredSynapses                      from which spikes are delivered, in two layouts:
 *       DenseSynapses                       a matrix with one delay; its DenseRows are added several at once
 *       SparseSynapses                      compressed rows: targets, SynapseWeights, RowDelays, DelayPacking
 *     DividedSynapses                     several SparseSynapses, for the targets of one core each; JoinedRows puts them together again
 *   NetworkSlice, TargetSlice           the part of it that is built where some of its neurons are hosted
 *   NetworkSummary, SynapseSummary      what places with parts agree on before they run
 *   SynapseParameter                    weights and delays as functions of the synapse
 *   RowLayout                           finds the smallest layout and fills it, from a RowReader by way of a RowBuffer;
 *                                         WeightStore holds the weights meanwhile
 * </pre>
 *
 * How sparse rows are stored follows from what they hold, and is chosen once, when they are laid out:
 *
 * <pre>
 *   weights    all equal: none          all floats: 4 bytes          else: 8 bytes
 *   delays     all equal: none          with the target in 32 bits: none   else: 4 bytes
 * </pre>
 *
 * No layout rounds: what comes out of a row is what went in, to the last bit.
 */
package ganglion.kernel.network;
