package ganglion.scenario.explore.cascade;

import ganglion.hardware.cascade.CascadeEnergy;
import ganglion.hardware.cascade.JointDecisions;
import java.util.List;
import java.util.Set;

/**
 * Two networks of a search, of which the small one wakes the large one.
 *
 * @param small the network that is always on
 * @param large the network that is woken
 * @param waking winners of the small network that wake, chosen in validation: the events first
 * @param validation what both do in validation
 * @param held what both do on what counts in the end
 */
public record FoundCascade(
        CascadeStage small, CascadeStage large, List<String> waking, Measured validation, Measured held) {

    /** Takes a copy of the list. */
    public FoundCascade {
        waking = List.copyOf(waking);
    }

    /**
     * What a cascade does on some samples.
     *
     * @param joint what is decided
     * @param energy what that takes
     */
    public record Measured(JointDecisions joint, CascadeEnergy energy) {

        static Measured of(
                StageFigures small, StageFigures large, Set<String> events, Set<String> waking, double handoverJoules) {
            JointDecisions joint = JointDecisions.of(small.decided(), large.decided(), events, waking);
            return new Measured(
                    joint,
                    new CascadeEnergy(
                            small.power(), large.power(), joint.rates(small.windowsPerHour()), handoverJoules));
        }
    }

    /** The same for the same networks with the same winners that wake. */
    String key() {
        return small.name() + " " + large.name() + " " + waking;
    }
}
