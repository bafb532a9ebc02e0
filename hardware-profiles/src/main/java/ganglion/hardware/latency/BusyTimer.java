package ganglion.hardware.latency;

import ganglion.hardware.activity.PlacedTick;
import ganglion.hardware.placement.PlacedNetwork;

/**
 * The time of the busiest core when each core does its updates, its sending and its receiving one operation after another:
 * the shortest tick that a clock can keep.
 */
public final class BusyTimer implements TickTimer {

    private final CoreTimes cores;
    private final TickReport report;
    private final double[] busy;
    private final double quietSeconds;
    private final int quietCore;
    private int slowest;

    /**
     * A timer for one walk.
     *
     * @param trace receives what the cores do
     */
    public BusyTimer(PlacedNetwork placed, OperationTimes times, CoreTrace trace) {
        this.cores = new CoreTimes(placed, times, false);
        this.report = new TickReport(times, cores.quiet().length, trace);
        this.busy = new double[cores.quiet().length];
        this.quietCore = cores.quiet().length == 0 ? NO_CORE : indexOfLargest(cores.quiet());
        this.quietSeconds = OperationTimes.largest(cores.quiet());
    }

    @Override
    public double seconds(PlacedTick tick) {
        if (tick.idle() || quietCore == NO_CORE) {
            slowest = quietCore;
            return quietSeconds;
        }
        cores.measure(tick);
        report.sums(tick, cores, false);
        for (int core = 0; core < busy.length; core++) {
            busy[core] = cores.sending()[core] + cores.receiving()[core];
        }
        slowest = indexOfLargest(busy);
        return busy[slowest];
    }

    @Override
    public int slowestCore() {
        return slowest;
    }

    private static int indexOfLargest(double[] values) {
        int largest = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] > values[largest]) {
                largest = i;
            }
        }
        return largest;
    }
}
