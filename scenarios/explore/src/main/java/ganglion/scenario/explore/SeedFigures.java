package ganglion.scenario.explore;

/**
 * What a network of a point does that was trained with one seed.
 *
 * @param seed of the training
 * @param validation on samples that chose the epoch, in the precision of the device
 * @param test on the test set, which nothing was chosen by, in the same precision
 * @param baselineCorrect right decisions of the naive baseline on the test set
 * @param verifiedSamples samples on which the compiled network was compared with the trained one
 * @param verifiedSpikes spikes that were compared
 * @param differences spikes that only one of the two has; 0 if they are equal
 */
public record SeedFigures(
        long seed,
        DeviceOutcome validation,
        DeviceOutcome test,
        int baselineCorrect,
        int verifiedSamples,
        long verifiedSpikes,
        long differences) {}
