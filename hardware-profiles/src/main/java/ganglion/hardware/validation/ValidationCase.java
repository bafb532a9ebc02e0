package ganglion.hardware.validation;

import ganglion.documents.quantity.Quantity;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.figure.Figure.FigureKind;
import java.util.Optional;

/**
 * One measurement beside our estimate.
 *
 * @param name what was measured
 * @param profile the device that the estimate is made with, as it ships
 * @param boundary what an energy or a power contains; empty for a time
 * @param estimate ours, in the base unit of the measurement
 * @param measured what was published
 * @param mark how it is known: published, quoted or derived
 * @param source where it was published
 * @param role whether the profile was made with the value
 * @param remark what the estimate was made of, and what stands between it and the measurement
 * @param outside why it is known to lie outside the interval of the estimate; empty if it should not
 */
public record ValidationCase(
        String name,
        HardwareProfile profile,
        Optional<Boundary> boundary,
        double estimate,
        Quantity measured,
        FigureKind mark,
        String source,
        Role role,
        String remark,
        Optional<String> outside) {

    /** What a case is for. */
    public enum Role {
        /** The value is among the evidence of the profile: agreement shows only that the profile reproduces its source. */
        CALIBRATES,
        /** The profile was made without the value. */
        HELD_OUT
    }

    /** @throws IllegalArgumentException if estimate or measurement are not above zero: then their ratio means nothing */
    public ValidationCase {
        if (!(estimate > 0) || !(measured.value() > 0)) {
            throw new IllegalArgumentException(
                    name + ": found " + estimate + " for " + measured + ", expected values above zero");
        }
    }

    /** Estimate divided by measurement. */
    public double ratio() {
        return estimate / measured.value();
    }

    /** Natural logarithm of the ratio: 0 for a perfect estimate, alike for too much and too little. */
    double logRatio() {
        return Math.log(ratio());
    }

    /** Whether the profile was made without the value. */
    public boolean isHeldOut() {
        return role == Role.HELD_OUT;
    }
}
