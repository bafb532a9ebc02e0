package ganglion.scenario.model;

import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.cost.CostOptions;
import java.util.Objects;

/**
 * A chip that a run is costed on, and how.
 *
 * @param pointer its place in the scenario; empty if the command line asked for it
 * @param profile the chip
 * @param options placement, form of timing, pipeline units, and which neurons count as active
 * @param appliesPrecision whether the run itself has the chip's weights, membranes and delays
 */
public record HardwareSpec(String pointer, HardwareProfile profile, CostOptions options, boolean appliesPrecision) {

    public HardwareSpec {
        Objects.requireNonNull(profile, "profile");
        Objects.requireNonNull(options, "options");
    }

    /** A chip of which nothing is asked but what a run costs on it. */
    public HardwareSpec(String pointer, HardwareProfile profile) {
        this(pointer, profile, CostOptions.DEFAULT, false);
    }

    /** The same used in another way. */
    public HardwareSpec with(CostOptions other) {
        return new HardwareSpec(pointer, profile, other, appliesPrecision);
    }

    /** The same asked of another profile. */
    public HardwareSpec with(HardwareProfile other) {
        return new HardwareSpec(pointer, other, options, appliesPrecision);
    }
}
