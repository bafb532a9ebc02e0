/**
 * The network as its author describes it: populations of neurons and the projections between them, immutable and
 * checked. Nothing here runs; {@link ganglion.kernel.core} finds the rows that end on each core's neurons, and the rows
 * themselves, the largest thing in memory, stay here and are shared by all cores.
 */
package ganglion.kernel.network;
