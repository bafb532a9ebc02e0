package ganglion.scenario.explore.run;

import ganglion.scenario.explore.SeedFigures;
import ganglion.scenario.explore.cascade.DetectorOutcome;
import ganglion.scenario.explore.cascade.DetectorOutcome.Waking;
import ganglion.scenario.explore.space.Configuration;
import ganglion.scenario.explore.trial.Device;
import java.util.List;
import java.util.Optional;

/**
 * What a detector came to with a seed.
 *
 * @param chosen the detector
 * @param seed of its training
 * @param outcome what it does in validation
 * @param figures those of a point; absent if it was not trained as one
 */
record TrainedDetector(Chosen chosen, long seed, DetectorOutcome outcome, Optional<SeedFigures> figures) {

    /**
     * A detector on a device.
     *
     * @param number of its draw, from 1
     */
    record Chosen(int number, Configuration configuration, Device device) {

        /** The name of its folder. */
        String name() {
            return PointNames.ofDetector(device, number);
        }
    }

    /** How often it wakes; it must be one that can be a stage. @param event the class that wakes */
    Waking waking(String event) {
        return outcome.waking(event).orElseThrow();
    }

    /**
     * Why a detector cannot be saved; empty if it can.
     *
     * @param seeds what it came to with those seeds that it was trained with
     * @param asked number of seeds that were asked for
     */
    static Optional<String> refusal(List<TrainedDetector> seeds, int asked) {
        for (TrainedDetector each : seeds) {
            List<String> problems = each.figures().orElseThrow().held().problems();
            if (each.outcome().figures().isEmpty() || !problems.isEmpty()) {
                return Optional.of("trained with seed " + each.seed() + ", "
                        + (problems.isEmpty() ? each.outcome().refusal() : problems.get(0)));
            }
        }
        return seeds.size() < asked
                ? Optional.of("it was trained with " + seeds.size() + " of " + asked
                        + " seeds, since the time of the budget was over")
                : Optional.empty();
    }
}
