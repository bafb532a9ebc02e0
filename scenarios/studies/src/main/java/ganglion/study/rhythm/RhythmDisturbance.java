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
record RhythmDisturbance(double jitterMilliseconds, double missingShare, double tempoChange, double extraHertz) {

    /** Human-readable. */
    String text() {
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
