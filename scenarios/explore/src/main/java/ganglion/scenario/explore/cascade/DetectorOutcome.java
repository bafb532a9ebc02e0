package ganglion.scenario.explore.cascade;

import ganglion.hardware.cascade.JointDecisions;
import java.util.Optional;
import java.util.Set;

/**
 * What a detector does on a device in validation, trained with one seed.
 *
 * @param figures what it does; absent if it can be no stage of a cascade
 * @param refusal why not; empty if it can
 */
public record DetectorOutcome(Optional<StageFigures> figures, String refusal) {

    /**
     * How often a detector wakes.
     *
     * @param recall share of the events that wake
     * @param falseWakes share of the other samples that wake
     * @param joulesPerHour energy of an hour with a decision in every window
     */
    public record Waking(double recall, double falseWakes, double joulesPerHour) {

        /** The share of events less that of others (Youden 1950): 1 if events wake and nothing else does, 0 for chance, however rare events are. */
        public double informedness() {
            return recall - falseWakes;
        }
    }

    /** How often it wakes. @param event the class that wakes */
    public Optional<Waking> waking(String event) {
        return figures.map(all -> {
            JointDecisions decisions = JointDecisions.alone(all.decided(), Set.of(event));
            return new Waking(decisions.recall().share(), decisions.falseWakes().share(), all.joulesPerHour());
        });
    }
}
