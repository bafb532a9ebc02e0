package ganglion.scenario.explore.run;

import ganglion.scenario.explore.SeedFigures;
import ganglion.scenario.explore.cascade.DetectorOutcome;
import ganglion.scenario.explore.cascade.DetectorOutcome.Waking;
import ganglion.scenario.explore.space.Configuration;
import ganglion.scenario.explore.trial.Device;
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
}
