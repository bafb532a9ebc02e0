package ganglion.scenario.explore.cascade;

import ganglion.scenario.explore.space.Configuration;
import java.util.List;

/**
 * A detector that was trained with all seeds and saved.
 *
 * @param name of its folder
 * @param profile the device
 * @param configuration what was chosen
 * @param seeds what each training gave
 * @param savedSeed the one that was saved: the most informed one in validation, of equal ones that which takes least energy, and the first of those
 * @param scenario the saved scenario, relative to the folder of the search
 */
public record DetectorPoint(
        String name, String profile, Configuration configuration, List<Seed> seeds, long savedSeed, String scenario) {

    /** Takes a copy of the list. */
    public DetectorPoint {
        seeds = List.copyOf(seeds);
    }

    /**
     * One training.
     *
     * @param seed of it
     * @param validation how often it wakes there, which chooses
     * @param samples samples of the test set, or of the validation set without one
     * @param correct right decisions of these
     * @param baselineCorrect right decisions of the naive baseline on the test set; -1 without one
     * @param verifiedSpikes spikes of the compiled network that were compared with those of the trained one
     * @param differences spikes that only one of the two has; 0 if they are equal
     */
    public record Seed(
            long seed,
            DetectorOutcome.Waking validation,
            int samples,
            int correct,
            int baselineCorrect,
            long verifiedSpikes,
            long differences) {}
}
