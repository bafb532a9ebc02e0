package ganglion.hardware.latency;

import ganglion.hardware.activity.PlacedTick;
import ganglion.hardware.placement.Cells;
import ganglion.hardware.placement.FanOut;
import ganglion.hardware.placement.PlacedNetwork;
import ganglion.hardware.placement.Placement;
import java.util.Arrays;

/** Times a tick by the work of each core, without messages that wait for one another. For one walk. */
public final class CoreTimer implements TickTimer {

    private enum Sum {
        PHASES,
        SIMPLE,
        BUSY
    }

    private final PlacedNetwork placed;
    private final OperationTimes times;
    private final Sum sum;
    private final double barrierSeconds;
    private final double[] quiet;

    /** Updates of neurons and sending of messages, by core. */
    private final double[] sending;

    /** Receiving of messages and synaptic operations, by core. */
    private final double[] receiving;

    private double longestPath;

    private CoreTimer(PlacedNetwork placed, OperationTimes times, Sum sum, double barrierSeconds) {
        this.placed = placed;
        this.times = times;
        this.sum = sum;
        this.barrierSeconds = barrierSeconds;
        this.quiet = times.quietSeconds();
        this.sending = new double[quiet.length];
        this.receiving = new double[quiet.length];
    }

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
    public static CoreTimer phases(PlacedNetwork placed, OperationTimes times, double barrierSeconds) {
        return new CoreTimer(placed, times, Sum.PHASES, barrierSeconds);
    }

    /**
     * Time of a barrier-synchronised tick when the mesh is taken to be infinitely fast: the slowest core decides, whether by
     * sending or by receiving, and then comes the barrier. The same as "simple" timing in SANA-FE.
     */
    public static CoreTimer simple(PlacedNetwork placed, OperationTimes times, double barrierSeconds) {
        return new CoreTimer(placed, times, Sum.SIMPLE, barrierSeconds);
    }

    /**
     * The time of the busiest core when each core does its updates, its sending and its receiving one operation after another:
     * the shortest tick that a clock can keep.
     */
    public static CoreTimer busy(PlacedNetwork placed, OperationTimes times) {
        return new CoreTimer(placed, times, Sum.BUSY, 0);
    }

    @Override
    public double seconds(PlacedTick tick) {
        if (tick.idle()) {
            return OperationTimes.largest(quiet) + barrierSeconds;
        }
        measure(tick);
        double sent = OperationTimes.largest(sending);
        double received = OperationTimes.largest(receiving);
        double work = sum == Sum.PHASES ? sent + longestPath + received : Math.max(sent, received);
        for (int core = 0; sum == Sum.BUSY && core < sending.length; core++) {
            work = Math.max(work, sending[core] + receiving[core]);
        }
        return work + barrierSeconds;
    }

    private void measure(PlacedTick tick) {
        System.arraycopy(quiet, 0, sending, 0, quiet.length);
        Arrays.fill(receiving, 0);
        longestPath = 0;
        Cells cells = placed.cells();
        for (int cell = 0; cell < cells.count(); cell++) {
            int active = tick.activeInCell(cell);
            if (active > 0) {
                int fired = tick.firedInCell(cell);
                sending[cells.core(cell)] += (active - fired) * (times.active(cell) - times.idle(cell))
                        + fired * (times.firing(cell) - times.idle(cell));
            }
        }
        for (int i = 0; i < tick.firedCount(); i++) {
            addSpike(tick.fired(i));
        }
    }

    private void addSpike(int neuron) {
        FanOut fanOut = placed.fanOut();
        Placement placement = placed.placement();
        int core = placement.coreOfNeuron()[neuron];
        int first = fanOut.first(neuron);
        int last = fanOut.first(neuron + 1);
        if (core != Placement.OUTSIDE) {
            sending[core] += (last - first) * times.messageOut();
        }
        for (int message = first; message < last; message++) {
            receiving[fanOut.core(message)] += times.processing(message);
        }
        for (int message = first; sum == Sum.PHASES && message < last; message++) {
            longestPath = Math.max(longestPath, times.path(neuron, message, placement));
        }
    }
}
