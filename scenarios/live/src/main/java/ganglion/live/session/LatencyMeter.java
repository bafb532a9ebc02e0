package ganglion.live.session;

import ganglion.live.event.LatencyFigures;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Times from the arrival of a tick's last sample until its decision. Not thread safe. */
final class LatencyMeter {

    /** Longer times are recorded as this. */
    private static final long LONGEST_NANOSECONDS = TimeUnit.SECONDS.toNanos(60);

    private static final int DIGITS = 3;

    private final Histogram histogram = new Histogram(LONGEST_NANOSECONDS, DIGITS);
    private final long tickNanoseconds;
    private long missed;

    /** @param tickNanoseconds time from the last sample of a tick to that of the next; 0 if sound does not come in real time */
    LatencyMeter(long tickNanoseconds) {
        this.tickNanoseconds = tickNanoseconds;
    }

    /**
     * Takes in a decision. Its deadline is the last sample of the next tick. Where several ticks come together, as from a pipe, that sample counts as coming a tick
     * later.
     *
     * @param arrival of the tick's last sample
     * @param next arrival of that of the next tick; the largest number if it has not come
     * @return the latency
     */
    long decided(long arrival, long next, long now) {
        long latency = Math.max(0, now - arrival);
        histogram.recordValue(Math.min(LONGEST_NANOSECONDS, latency));
        if (tickNanoseconds > 0 && latency > tickNanoseconds && next < now) {
            missed++;
        }
        return latency;
    }

    /** The times so far. */
    Histogram histogram() {
        return histogram;
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
