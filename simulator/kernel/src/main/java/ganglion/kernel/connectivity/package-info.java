/**
 * Rules that say which neurons of two populations are joined, under the names that the field gives them, and how they become
 * {@link ganglion.kernel.network.Synapses}. A rule is an immutable specification and a pure function: it lists the partners
 * of any single neuron, drawing random numbers by counter, so that rows are built by several tasks at once, in two passes
 * straight into their final arrays, and come out the same whatever the number of tasks.
 *
 * <pre>
 *   Connector (which neurons) ──┐
 *   weights, delays ────────────┼─► Connection.connect ──► Synapses
 *   Ends (the populations) ─────┘
 * </pre>
 */
package ganglion.kernel.connectivity;
