package ganglion.hardware.latency;

import org.HdrHistogram.Histogram;

/** Histograms of tick times, in nanoseconds, to three significant digits. */
public final class TickHistogram {

    private static final int DIGITS = 3;
    private static final double NANOSECONDS_PER_SECOND = 1e9;

    private TickHistogram() {}

    /** A histogram of times given in seconds; times below a nanosecond count as their nearest whole nanosecond. */
    public static Histogram of(double[] seconds) {
        Histogram histogram = new Histogram(DIGITS);
        for (double time : seconds) {
            histogram.recordValue(Math.round(time * NANOSECONDS_PER_SECOND));
        }
        return histogram;
    }
}
