package ganglion.hardware.figure;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How far the estimates of a device can be trusted, from measurements of it.
 *
 * @param grade the device's grade
 * @param heldOut number of measurements that played no part in its figures
 * @param medianRatio median of estimate over measurement of those; absent if there are none
 * @param worstRatio the one furthest from 1
 * @param factor the true value lies within this factor of an estimate, either way, in 19 of 20 cases; absent for a device
 *     without any measurement, which is unvalidated
 */
public record Reliability(
        Grade grade, int heldOut, OptionalDouble medianRatio, OptionalDouble worstRatio, OptionalDouble factor) {

    /** Of a device without any measurement. */
    public static Reliability unvalidated(Grade grade) {
        return new Reliability(grade, 0, OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
    }

    /** The interval around an estimate; empty for a device that is unvalidated. */
    public Optional<Interval> around(double estimate) {
        return factor.isPresent()
                ? Optional.of(new Interval(estimate / factor.getAsDouble(), estimate * factor.getAsDouble()))
                : Optional.empty();
    }
}
