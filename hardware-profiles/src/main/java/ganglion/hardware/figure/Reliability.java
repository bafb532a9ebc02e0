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

    /** How far the estimates of a device can be trusted. Reports, tables and result documents carry it. */
    public enum Grade {
        /** Measurements that played no part in its figures lie within 25 % of the estimates. */
        A("held-out measurements within 25 %, or four in five of them"),
        /** Its figures were fitted to measurements of its own; held-out ones are missing, or further off than 25 %. */
        B("calibrated on itself"),
        /** Published prices of single operations; no measurement of the whole device confirms their sum. */
        C("published prices of single operations only"),
        /** Assumed figures are in the total. */
        D("assumed figures in the total");

        private final String meaning;

        Grade(String meaning) {
            this.meaning = meaning;
        }

        /** What it means, in half a sentence. */
        public String meaning() {
            return meaning;
        }
    }
}
