/**
 * The network as its author describes it: populations of neurons and the projections between them, immutable and checked.
 * Nothing here runs; {@link ganglion.kernel.core} lays a network out for running.
 */
package ganglion.kernel.network;
