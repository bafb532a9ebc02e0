package ganglion.hardware.figure;

/**
 * A published measurement of a whole chip, for comparison only: it is never used in a total.
 *
 * @param what what was measured
 * @param figure the measured value
 */
public record Measurement(String what, Figure figure) {}
