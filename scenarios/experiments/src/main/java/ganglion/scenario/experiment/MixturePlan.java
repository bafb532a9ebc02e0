package ganglion.scenario.experiment;

/**
 * How notes are mixed.
 *
 * @param training number of mixtures to learn from, at least 1
 * @param test number of mixtures to try the finished model on, at least 1
 * @param mostNotes notes of a mixture, at most
 * @param gainRangeDecibels notes are softer than the loudest by up to this
 */
public record MixturePlan(int training, int test, int mostNotes, double gainRangeDecibels) {}
