/**
 * What a run would cost on a chip: energy and time, out of exact activity and a profile whose every figure has a source.
 *
 * <pre>
 *  profile document ──► ProfileLibrary ──► HardwareProfile ─┐
 *                                                           ├─► Costing.cost ──► ChipCost ──► BreakEven, DecisionLatency
 *  network, spikes, ticks, clock ──────────► Workload ──────┤   (pure)             ▲
 *                                                           ├─► Recost.sweep ──────┘
 *  network, conventional processor, setting ────────────────┴─► Baseline
 * </pre>
 *
 * <p>Inside {@code Costing}: {@code placement} puts neurons onto cores and folds their synapses into tables, {@code activity}
 * walks through the run once and counts what it is on each placement, {@code energy} prices the counts, {@code latency} times
 * the ticks. {@code precision} gives a network a chip's bits, {@code metrics} counts as the literature does, and {@code
 * validation} holds profiles against published measurements.
 *
 * <p>Energies are in joules, times in seconds, powers in watts, unless a name says otherwise. Everything here is immutable
 * or confined to one call, so one run may be costed on many profiles at once, from any thread.
 */
package ganglion.hardware;
