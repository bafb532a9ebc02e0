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
 *
 * Where only some target neurons are hosted, only the synapses that end on them are made, of a {@code TargetSlice}: from the
 * sources of these targets, or from the targets of all sources, of which others are dropped. Each synapse is as in the whole.
 */
package ganglion.kernel.connectivity;
