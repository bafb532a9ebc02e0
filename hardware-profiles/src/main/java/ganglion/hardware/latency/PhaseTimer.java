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
    private final double barrierSeconds;
    private final double quietSeconds;

    /** @param barrierSeconds time of the barrier at the end of every tick */
    public PhaseTimer(PlacedNetwork placed, OperationTimes times, double barrierSeconds) {
        this.cores = new CoreTimes(placed, times, true);
        this.barrierSeconds = barrierSeconds;
        this.quietSeconds = OperationTimes.largest(cores.quiet()) + barrierSeconds;
    }

    @Override
    public double seconds(PlacedTick tick) {
        if (tick.idle()) {
            return quietSeconds;
        }
        cores.measure(tick);
        return OperationTimes.largest(cores.sending())
                + cores.longestPath()
                + OperationTimes.largest(cores.receiving())
                + barrierSeconds;
    }
}
