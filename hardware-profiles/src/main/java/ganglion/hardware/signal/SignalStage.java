package ganglion.hardware.signal;

/**
 * The work of one stage of a front end.
 *
 * @param name of the stage, such as {@code transform}
 * @param work its operations
 */
public record SignalStage(String name, SignalWork work) {}
