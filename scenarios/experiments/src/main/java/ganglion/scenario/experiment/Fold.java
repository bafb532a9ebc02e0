package ganglion.scenario.experiment;

/**
 * One part of a training set that is divided for cross-validation: the part to test on, while the others are learned from.
 *
 * @param number from 0
 * @param of number of parts, at least 2
 */
public record Fold(int number, int of) {}
