package ganglion.hardware.estimate;

import ganglion.hardware.cost.ChipCost;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * The latency of decisions, from sound to output spike: the front end's window, the ticks from the beginning of the sound to
 * the one with the spike, each as long as the longer of the scenario's and the chip's, and the chip's work on that tick.
 */
public final class DecisionLatency {

    private static final int DIGITS = 3;
    private static final double NANOSECONDS_PER_SECOND = 1e9;

    private DecisionLatency() {}

    /**
     * One decision.
     *
     * @param fromTick tick at which its sound begins
     * @param spikeTick tick of the output spike that decided, not before
     */
    public record DecidedTicks(long fromTick, long spikeTick) {}

    /**
     * Latencies of decisions on a chip, in nanoseconds, to three significant digits.
     *
     * @param frontEndSeconds time from sound to its spikes, such as the length of a window; 0 for inputs
     *     that are spikes
     * @throws IndexOutOfBoundsException if a decision lies outside the run
     */
    public static Histogram of(ChipCost cost, List<DecidedTicks> decisions, double frontEndSeconds) {
        Histogram histogram = new Histogram(DIGITS);
        for (DecidedTicks decision : decisions) {
            double seconds = frontEndSeconds + seconds(cost, decision);
            histogram.recordValue(Math.round(seconds * NANOSECONDS_PER_SECOND));
        }
        return histogram;
    }

    /** Seconds from the beginning of the sound to the end of the chip's work on the tick of the spike. */
    static double seconds(ChipCost cost, DecidedTicks decision) {
        double tickSeconds = cost.timing().chipTickSeconds();
        if (!cost.timing().isKnown()) {
            return (decision.spikeTick() - decision.fromTick() + 1) * tickSeconds;
        }
        double seconds = 0;
        for (long tick = decision.fromTick(); tick < decision.spikeTick(); tick++) {
            seconds += Math.max(tickSeconds, cost.timing().tickSeconds()[(int) tick]);
        }
        return seconds + cost.timing().tickSeconds()[(int) decision.spikeTick()];
    }
}
