package ganglion.hardware.latency;

import ganglion.hardware.activity.PlacedTick;
import ganglion.hardware.placement.PlacedNetwork;

/**
 * Time of a barrier-synchronised tick when the mesh is taken to be infinitely fast: the slowest core decides, whether by
 * sending or by receiving, and then comes the barrier. The same as "simple" timing in SANA-FE.
 */
public final class SimpleTimer implements TickTimer {

    private final CoreTimes cores;
    private final TickReport report;
    private final double barrierSeconds;
    private final double quietSeconds;

    /**
     * @param barrierSeconds time of the barrier at the end of every tick
     * @param trace receives what the cores do, sending and receiving at the same time
     */
    public SimpleTimer(PlacedNetwork placed, OperationTimes times, double barrierSeconds, CoreTrace trace) {
        this.cores = new CoreTimes(placed, times, false);
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
        report.sums(tick, cores, true);
        return Math.max(OperationTimes.largest(cores.sending()), OperationTimes.largest(cores.receiving()))
                + barrierSeconds;
    }
}
