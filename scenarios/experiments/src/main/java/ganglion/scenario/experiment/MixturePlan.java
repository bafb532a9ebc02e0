package ganglion.scenario.experiment;

/**
 * How notes are mixed.
 *
 * @param training number of training mixtures, at least 1
 * @param test number of test mixtures, at least 1
 * @param mostNotes most notes per mixture
 * @param gainRangeDecibels largest difference of a note to the loudest, in dB
 */
public record MixturePlan(int training, int test, int mostNotes, double gainRangeDecibels) {}
