package ganglion.scenario.explore.cascade;

import java.util.Optional;

/**
 * What detectors save beside the best that networks of all classes do at a rate of the event.
 *
 * @param eventsPerHour the rate
 * @param cascade a cascade of two networks of all classes; absent if none wins at this rate among these
 * @param network its large network; without a cascade the network that names most events right alone
 * @param detector of the cascades whose small network is a detector and that do as well in validation, the one that takes least; absent if none does
 * @param alone the same of detectors that decide alone, where the event is of one class
 * @param joules energy of an hour of what they stand beside, in validation
 */
public record DetectorBeside(
        double eventsPerHour,
        Optional<FoundCascade> cascade,
        CascadeStage network,
        Optional<FoundCascade> detector,
        Optional<CascadeStage> alone,
        double joules) {

    /** How many times less the cascade with a detector takes, in validation. */
    public double timesLess(FoundCascade withDetector) {
        return joules / withDetector.validation().energy().perHour(eventsPerHour);
    }

    /** How many times less a detector alone takes, in validation. */
    public double timesLess(CascadeStage detectorAlone) {
        return joules / detectorAlone.validation().joulesPerHour();
    }

    /** Energy of an hour of what they stand beside on what counts in the end. */
    public double heldJoules() {
        return cascade.map(each -> each.held().energy().perHour(eventsPerHour))
                .orElseGet(() -> network.held().joulesPerHour());
    }
}
