package ganglion.live.session;

import ganglion.live.event.LiveEvent.LatencyFigures;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Times from the arrival of a tick's last sample, or from when it was wanted, until its decision. Not thread safe. */
final class LatencyMeter {

    /** Longer times are recorded as this. */
    private static final long LONGEST_NANOSECONDS = TimeUnit.SECONDS.toNanos(60);

    private static final int DIGITS = 3;

    private final Histogram histogram = new Histogram(LONGEST_NANOSECONDS, DIGITS);
    private final long tickNanoseconds;
    private final boolean waits;
    private boolean begun;
    private long lastArrival;
    private long due;
    private long missed;

    /**
     * @param tickNanoseconds time from the last sample of a tick to that of the next; 0 if sound does not come in real time
     * @param waits whether the sound waits for who hears it, so that a tick may be there long before it is wanted
     */
    LatencyMeter(long tickNanoseconds, boolean waits) {
        this.tickNanoseconds = tickNanoseconds;
        this.waits = waits;
    }

    /**
     * Takes in a decision. Its deadline is the time at which the next tick is due. Ticks that come together, as from a pipe, are due one tick after the other: each
     * when it has come, but not sooner than a tick after the one before. Of sound that waits, a tick that came before it was due counts from the moment at which it was
     * asked for: only the sound, and not the network, was early.
     *
     * @param arrival of the tick's last sample
     * @param next arrival of that of the next tick; the largest number if it has not come
     * @param asked when the session was ready for the tick
     * @return the latency
     */
    long decided(long arrival, long next, long asked, long now) {
        due = begun ? due(arrival) : arrival;
        begun = true;
        lastArrival = arrival;
        long from = waits ? Math.max(arrival, tickNanoseconds > 0 ? Math.min(due, asked) : asked) : arrival;
        long latency = Math.max(0, now - from);
        histogram.recordValue(Math.min(LONGEST_NANOSECONDS, latency));
        if (tickNanoseconds > 0 && next != Long.MAX_VALUE && due(next) < now) {
            missed++;
        }
        return latency;
    }

    /** When the tick after the last one is due. Sound that goes on is due as it comes, but in a bunch: its clock is not that of this machine. */
    private long due(long arrival) {
        boolean isOfBunch = waits || arrival - lastArrival < tickNanoseconds / 2;
        return isOfBunch ? Math.max(arrival, due + tickNanoseconds) : arrival;
    }

    LatencyFigures figures() {
        return new LatencyFigures(
                histogram.getTotalCount(),
                histogram.getValueAtPercentile(50),
                histogram.getValueAtPercentile(99),
                histogram.getValueAtPercentile(99.9),
                histogram.getMaxValue(),
                missed);
    }
}
