package ganglion.hardware.latency;

import ganglion.hardware.activity.PlacedTick;
import ganglion.hardware.placement.FanOut;
import ganglion.hardware.placement.PlacedNetwork;
import ganglion.hardware.placement.Placement;
import org.HdrHistogram.Histogram;

/**
 * Time of asynchronous events. The spikes of a scenario's tick are sent at its beginning; each message takes its path and
 * then waits until its core has served earlier messages, of this tick or of previous ones. The time of a tick lasts until
 * the last of its messages is served; a queue that is longer than the tick continues in the next. Updates of neurons are
 * part of serving, as far as they have a time. Not thread safe.
 */
public final class QueueTimer implements TickTimer {

    private final PlacedNetwork placed;
    private final OperationTimes times;
    private final double tickSeconds;
    private final double[] freeAt;
    private final Histogram latency;
    private final CoreTrace trace;
    private int slowest = NO_CORE;

    /**
     * @param tickSeconds length of the scenario's tick, on the chip's clock
     * @param latency records the time from spike to service of each message, in picoseconds
     * @param trace receives the messages
     */
    public QueueTimer(
            PlacedNetwork placed, OperationTimes times, double tickSeconds, Histogram latency, CoreTrace trace) {
        this.placed = placed;
        this.times = times;
        this.tickSeconds = tickSeconds;
        this.freeAt = new double[placed.placement().cores().size()];
        this.latency = latency;
        this.trace = trace;
    }

    @Override
    public double seconds(PlacedTick tick) {
        slowest = NO_CORE;
        double last = 0;
        for (int core = 0; core < freeAt.length; core++) {
            freeAt[core] = Math.max(0, freeAt[core] - tickSeconds);
        }
        for (int i = 0; i < tick.firedCount(); i++) {
            last = Math.max(last, serve(tick.fired(i), last));
        }
        return last;
    }

    private double serve(int neuron, double lastBefore) {
        FanOut fanOut = placed.fanOut();
        Placement placement = placed.placement();
        double last = lastBefore;
        double sentAt = 0;
        for (int message = fanOut.first(neuron); message < fanOut.first(neuron + 1); message++) {
            sentAt += placement.coreOfNeuron()[neuron] == Placement.OUTSIDE ? 0 : times.messageOut();
            int core = fanOut.core(message);
            double arrival = sentAt + times.path(neuron, message, placement);
            double begins = Math.max(freeAt[core], arrival);
            freeAt[core] = begins + times.processing(message);
            trace.message(message, sentAt, sentAt, begins, freeAt[core]);
            latency.recordValue(SpikeLatency.picoseconds(freeAt[core]));
            if (freeAt[core] > last) {
                last = freeAt[core];
                slowest = core;
            }
        }
        return last;
    }

    @Override
    public int slowestCore() {
        return slowest;
    }
}
