package ganglion.hardware.validation;

import ganglion.hardware.figure.Interval;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A measurement beside an estimate and its interval.
 *
 * @param found both values
 * @param factor the interval goes this factor either way; from all measurements but this one. Absent for a measurement that
 *     the profile was made with, and where there is no other measurement
 */
public record JudgedCase(ValidationCase found, OptionalDouble factor) {

    /** The interval of the estimate. */
    public Optional<Interval> interval() {
        return factor.isPresent()
                ? Optional.of(
                        new Interval(found.estimate() / factor.getAsDouble(), found.estimate() * factor.getAsDouble()))
                : Optional.empty();
    }

    /** Whether the measurement lies in the interval of the estimate; also true if there is none. */
    public boolean isInside() {
        return factor.isEmpty() || Math.abs(found.logRatio()) <= Math.log(factor.getAsDouble());
    }

    /** Whether it lies where the case says: outside with a reason, or inside without one. */
    public boolean isAsExpected() {
        return isInside() == found.outside().isEmpty();
    }
}
