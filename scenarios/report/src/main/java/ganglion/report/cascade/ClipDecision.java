package ganglion.report.cascade;

/**
 * What a network decided of a clip.
 *
 * @param file the clip; empty if it is none of sound
 * @param label its class
 * @param winner what the network took it for
 */
public record ClipDecision(String file, String label, String winner) {}
