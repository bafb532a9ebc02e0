package ganglion.hardware.validation;

import ganglion.documents.quantity.Dimension;
import ganglion.hardware.figure.Interval;
import java.util.Optional;

/**
 * One measurement beside our estimate.
 *
 * @param name what was measured
 * @param profile name of the profile that the estimate is made with
 * @param dimension what both are in
 * @param estimate ours
 * @param interval the range that it lies in, as far as errors are known
 * @param measured what was published
 * @param source where
 * @param role whether the profile was made with the value
 * @param remark what the estimate was made of, and what stands between it and the measurement
 */
public record ValidationCase(
        String name,
        String profile,
        Dimension dimension,
        double estimate,
        Optional<Interval> interval,
        double measured,
        String source,
        Role role,
        String remark) {

    /** What a case is for. */
    public enum Role {
        /** The value is among the evidence of the profile: agreement shows only that the profile reproduces its source. */
        CALIBRATES,
        /** The profile was made without the value. */
        HELD_OUT
    }

    /** Estimate divided by measurement. */
    public double ratio() {
        return estimate / measured;
    }
}
