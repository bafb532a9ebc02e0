package ganglion.hardware.latency;

import ganglion.hardware.activity.PlacedTick;
import ganglion.hardware.placement.PlacedNetwork;

/**
 * Time of a barrier-synchronised tick, as an upper estimate without overlap of its phases:
 *
 * <pre>
 *   max over cores (updates and sending)
 * + longest path of a message through the mesh, without contention
 * + max over cores (synaptic operations and receiving)
 * + barrier
 * </pre>
 */
public final class PhaseTimer implements TickTimer {

    private final CoreTimes cores;
    private final TickReport report;
    private final double barrierSeconds;
    private final double quietSeconds;

    /**
     * @param barrierSeconds time of the barrier at the end of every tick
     * @param trace receives what the cores do, phase by phase
     */
    public PhaseTimer(PlacedNetwork placed, OperationTimes times, double barrierSeconds, CoreTrace trace) {
        this.cores = new CoreTimes(placed, times, true);
        this.report = new TickReport(times, cores.quiet().length, trace);
        this.barrierSeconds = barrierSeconds;
        this.quietSeconds = OperationTimes.largest(cores.quiet()) + barrierSeconds;
    }

    @Override
    public double seconds(PlacedTick tick) {
        if (tick.idle()) {
            return quietSeconds;
        }
        cores.measure(tick);
        double sent = OperationTimes.largest(cores.sending());
        report.phases(tick, cores, sent + cores.longestPath());
        return sent + cores.longestPath() + OperationTimes.largest(cores.receiving()) + barrierSeconds;
    }
}
