package ganglion.hardware.validation;

import ganglion.documents.quantity.Quantity;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.figure.Figure.FigureKind;
import java.util.Optional;

/**
 * One measurement beside our estimate.
 *
 * @param name what was measured
 * @param profile the device that the estimate is made with, as it ships
 * @param estimate ours, in the base unit of the measurement
 * @param value what was published
 * @param evidence where it comes from
 */
public record ValidationCase(String name, HardwareProfile profile, double estimate, Measured value, Evidence evidence) {

    /** What a case is for. */
    public enum Role {
        /** The value is among the evidence of the profile: agreement shows only that the profile reproduces its source. */
        CALIBRATES,
        /** The profile was made without the value. */
        HELD_OUT
    }

    /**
     * A measured value.
     *
     * @param boundary what an energy or a power contains; empty for a time
     * @param quantity the value
     * @param timeGiven whether power alone is compared: the estimate takes the measured duration as given, or is the power at work
     * @param atRest whether the estimate is the power at rest, and nothing of what a network does
     */
    public record Measured(Optional<Boundary> boundary, Quantity quantity, boolean timeGiven, boolean atRest) {

        /** What the value is of, in words. */
        public String kind() {
            return boundary.map(Boundary::label).orElse("time") + (timeGiven ? ", time as measured" : "");
        }
    }

    /**
     * Where a value comes from.
     *
     * @param study the piece of work that measured it
     * @param mark how it is known: published, quoted or derived
     * @param source where it was published
     * @param role whether the profile was made with the value
     * @param remark what the estimate was made of, and what stands between it and the measurement
     * @param outside why it is known to lie outside the interval of the estimate; empty if it should not
     */
    public record Evidence(
            Study study, FigureKind mark, String source, Role role, String remark, Optional<String> outside) {}

    /** @throws IllegalArgumentException if estimate or measurement are not above zero: then their ratio means nothing */
    public ValidationCase {
        if (!(estimate > 0) || !(value.quantity().value() > 0)) {
            throw new IllegalArgumentException("found an estimate of "
                    + QuantityFormat.format(estimate, value.quantity().dimension()) + " for " + value.quantity()
                    + ", expected both above 0");
        }
    }

    /** What an energy or a power contains; empty for a time. */
    public Optional<Boundary> boundary() {
        return value.boundary();
    }

    /** What was published. */
    public Quantity measured() {
        return value.quantity();
    }

    /** Estimate divided by measurement. */
    public double ratio() {
        return estimate / measured().value();
    }

    /** Natural logarithm of the ratio: 0 for a perfect estimate, alike for too much and too little. */
    double logRatio() {
        return Math.log(ratio());
    }

    /** Whether the profile was made without the value. */
    public boolean isHeldOut() {
        return evidence.role() == Role.HELD_OUT;
    }
}
