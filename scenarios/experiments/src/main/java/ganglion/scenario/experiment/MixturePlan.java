package ganglion.scenario.experiment;

/**
 * How notes are mixed.
 *
 * @param training number of training mixtures, at least 1
 * @param validation number of mixtures of the notes held out, at least 1; without effect if none are
 * @param test number of test mixtures, at least 1
 * @param mostNotes most notes per mixture
 * @param gainRangeDecibels largest difference of a note to the loudest, in dB
 */
public record MixturePlan(int training, int validation, int test, int mostNotes, double gainRangeDecibels) {}
