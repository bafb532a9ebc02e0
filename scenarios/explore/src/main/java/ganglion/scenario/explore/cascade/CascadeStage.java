package ganglion.scenario.explore.cascade;

/**
 * A saved network on its device.
 *
 * @param name of the point
 * @param profile the device
 * @param computes what the device computes, with the number format where it has one
 * @param validation what it does in validation, which cascades are chosen by
 * @param held what it does on the test set, which nothing is chosen by; in validation if there is none
 */
public record CascadeStage(String name, String profile, String computes, StageFigures validation, StageFigures held) {}
