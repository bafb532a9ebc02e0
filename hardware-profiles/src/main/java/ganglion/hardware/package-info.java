/**
 * What a run would cost on a chip: energy and time, out of exact activity and a profile whose every figure has a source.
 *
 * <pre>
 *  profile document ──► ProfileLibrary ──► HardwareProfile ─┐
 *                                                           ├─► Costing.cost ──► ChipCost
 *  network, spikes, ticks, clock ──────────► Workload ──────┘   (pure)
 * </pre>
 *
 * <p>Energies are in joules, times in seconds, powers in watts, unless a name says otherwise. Everything here is immutable
 * or confined to one call, so one run may be costed on many profiles at once, from any thread.
 */
package ganglion.hardware;
