package ganglion.hardware.validation;

/**
 * A measurement without an estimate.
 *
 * @param name what was measured
 * @param measured the published value, human-readable
 * @param reason the facts that are missing
 */
public record OmittedCase(String name, String measured, String reason) {}
