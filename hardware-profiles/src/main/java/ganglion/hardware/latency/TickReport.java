package ganglion.hardware.latency;

import ganglion.hardware.activity.PlacedTick;
import ganglion.hardware.placement.FanOut;
import ganglion.hardware.placement.Placement;
import java.util.Arrays;

/** Reports to a trace what cores do in a tick of which a timer knows only how long each core sends and receives. Not thread safe. */
final class TickReport {

    private final OperationTimes times;
    private final CoreTrace trace;
    private final double[] sends;
    private final double[] receives;
    private final int[] received;

    TickReport(OperationTimes times, int cores, CoreTrace trace) {
        this.times = times;
        this.trace = trace;
        this.sends = new double[cores];
        this.receives = new double[cores];
        this.received = new int[cores];
    }

    /**
     * Reports a tick in which cores receive while others, or they themselves, still send, so that messages have no times.
     *
     * @param cores that have been measured
     * @param together whether a core receives while it sends, or else afterwards
     */
    void sums(PlacedTick tick, CoreTimes cores, boolean together) {
        if (trace == CoreTrace.NONE) {
            return;
        }
        Arrays.fill(received, 0);
        FanOut fanOut = tick.fanOut();
        for (int i = 0; i < tick.firedCount(); i++) {
            for (int message = fanOut.first(tick.fired(i)); message < fanOut.first(tick.fired(i) + 1); message++) {
                received[fanOut.core(message)]++;
            }
        }
        for (int core = 0; core < received.length; core++) {
            double sent = cores.sending()[core];
            double begins = together ? 0 : sent;
            trace.works(core, 0, sent);
            trace.receives(core, received[core], begins, begins + cores.receiving()[core]);
        }
    }

    /**
     * Reports a tick in which all cores send and then all receive: operations of a core come one after another, neurons first, and messages
     * in the order of their neurons.
     *
     * @param cores that have been measured
     * @param receiving when they begin to receive
     */
    void phases(PlacedTick tick, CoreTimes cores, double receiving) {
        if (trace == CoreTrace.NONE) {
            return;
        }
        Arrays.fill(receives, receiving);
        for (int core = 0; core < sends.length; core++) {
            trace.works(core, 0, cores.sending()[core]);
            sends[core] = cores.sending()[core];
        }
        FanOut fanOut = tick.fanOut();
        int[] coreOf = tick.placement().coreOfNeuron();
        for (int i = 0; i < tick.firedCount(); i++) {
            int core = coreOf[tick.fired(i)];
            int messages = fanOut.first(tick.fired(i) + 1) - fanOut.first(tick.fired(i));
            if (core != Placement.OUTSIDE) {
                sends[core] -= messages * times.messageOut();
            }
        }
        for (int i = 0; i < tick.firedCount(); i++) {
            int core = coreOf[tick.fired(i)];
            for (int message = fanOut.first(tick.fired(i)); message < fanOut.first(tick.fired(i) + 1); message++) {
                report(message, core, fanOut.core(message));
            }
        }
    }

    private void report(int message, int from, int to) {
        double leaves = from == Placement.OUTSIDE ? 0 : sends[from];
        double left = from == Placement.OUTSIDE ? 0 : leaves + times.messageOut();
        if (from != Placement.OUTSIDE) {
            sends[from] = left;
        }
        double begins = receives[to];
        receives[to] = begins + times.processing(message);
        trace.message(message, leaves, left, begins, receives[to]);
    }
}
