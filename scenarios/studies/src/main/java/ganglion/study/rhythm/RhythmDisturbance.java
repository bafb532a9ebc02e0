package ganglion.study.rhythm;

import java.util.Locale;

/**
 * How far trains of spikes are from a perfect rhythm.
 *
 * @param jitterMilliseconds standard deviation of the time of a spike, 0 or more and below 1000
 * @param missingShare probability that a spike is missing, 0 or more and below 1
 * @param tempoChange largest change of the tempo of trains with the rhythm, as a share of their intervals, 0 or more and below
 *     0.15, where another tempo begins; drawn evenly for each train
 * @param extraHertz rate of further spikes that have nothing to do with the train, 0 to 100
 */
public record RhythmDisturbance(double jitterMilliseconds, double missingShare, double tempoChange, double extraHertz) {

    /** Fastest extra spikes: half of the ticks have one. */
    public static final double FASTEST_EXTRA_HERTZ = 100;

    /** The jitter and the missing spikes of the founding experiment. */
    public static final RhythmDisturbance USUAL = new RhythmDisturbance(2, 0.1, 0, 0);

    /** @throws IllegalArgumentException if a number is out of range */
    public RhythmDisturbance {
        boolean spikes = jitterMilliseconds >= 0 && jitterMilliseconds < 1000 && missingShare >= 0 && missingShare < 1;
        boolean others = tempoChange >= 0
                && tempoChange < RhythmTrains.SMALLEST_TEMPO_CHANGE
                && extraHertz >= 0
                && extraHertz <= FASTEST_EXTRA_HERTZ;
        if (!spikes || !others) {
            throw new IllegalArgumentException("a jitter of " + jitterMilliseconds + " ms, " + missingShare
                    + " of the spikes missing, a tempo that changes by " + tempoChange + " and " + extraHertz
                    + " Hz of extra spikes");
        }
    }

    /** Human-readable. */
    public String text() {
        return String.format(
                Locale.ROOT,
                "jitter %s ms, %s %% missing, tempo +- %s %%, %s extra spikes per second",
                number(jitterMilliseconds),
                number(100 * missingShare),
                number(100 * tempoChange),
                number(extraHertz));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.6f", value).replaceAll("\\.?0+$", "");
    }
}
