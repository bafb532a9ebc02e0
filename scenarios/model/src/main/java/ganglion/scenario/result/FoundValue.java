package ganglion.scenario.result;

/**
 * What a run has of an expectation, as a number.
 *
 * @param value in the unit
 * @param unit such as {@code s} or {@code J}; empty for a plain number
 */
public record FoundValue(double value, String unit) {}
