package ganglion.scenario.model;

import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.cost.CostOptions;
import java.util.Objects;
import java.util.Optional;

/**
 * A chip that a run is costed on, and how.
 *
 * @param pointer its place in the scenario; empty if the command line asked for it
 * @param profile the chip
 * @param options placement, form of timing, pipeline units, and which neurons count as active
 * @param applied what of the chip the run itself has
 */
public record HardwareSpec(String pointer, HardwareProfile profile, CostOptions options, Applied applied) {

    /** What of a chip a run itself has. */
    public enum Applied {
        /** Nothing: it is costed only. */
        NOTHING,
        /** Weights, membranes and delays. */
        PRECISION,
        /** All, cycle by cycle. */
        BIT_TRUE
    }

    public HardwareSpec {
        Objects.requireNonNull(profile, "profile");
        Objects.requireNonNull(options, "options");
    }

    /** A chip of which nothing is asked but what a run costs on it. */
    public HardwareSpec(String pointer, HardwareProfile profile) {
        this(pointer, profile, CostOptions.DEFAULT, Applied.NOTHING);
    }

    /** The same used in another way. */
    public HardwareSpec with(CostOptions other) {
        return new HardwareSpec(pointer, profile, other, applied);
    }

    /** The same asked of another profile. */
    public HardwareSpec with(HardwareProfile other) {
        return new HardwareSpec(pointer, other, options, applied);
    }

    /** Whether the run itself has the chip's weights, membranes and delays. */
    public boolean appliesPrecision() {
        return applied != Applied.NOTHING;
    }

    /** What computes the run, if that is the chip bit by bit. */
    public Optional<BitTrueChip> bitTrue() {
        return applied == Applied.BIT_TRUE ? BitTrueChip.of(profile) : Optional.empty();
    }
}
