package ganglion.hardware.figure;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How far the estimates of a device under one boundary can be trusted, from measurements of it.
 *
 * @param grade the device's grade under this boundary
 * @param heldOut number of studies whose measurements under this boundary played no part in its figures
 * @param medianRatio median of estimate over measurement of those; absent if there are none
 * @param worstRatio the one furthest from 1
 * @param factor the true value lies within this factor of an estimate, either way, in 19 of 20 cases; from other devices alone
 *     where no study is held out. Absent for a device without any measurement, and where no device has one under this boundary
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

    /**
     * The same for a network that the chip is not known to take as it is, for a chip with the figures of a sister, and for work of
     * which a part is left out.
     */
    public Reliability lowered() {
        Grade[] grades = Grade.values();
        Grade next = grades[Math.min(grade.ordinal() + 1, grades.length - 1)];
        return new Reliability(next, heldOut, medianRatio, worstRatio, factor);
    }

    /** How far the estimates of a device can be trusted. Reports, tables and result documents carry it. */
    public enum Grade {
        /** Three studies or more measured it, and what played no part in its figures lies within 25 % of the estimates. */
        A("three studies, those that played no part within 25 %"),
        /** Its figures were fitted to measurements of its own; fewer studies, or further off. A network that it may not take is one lower. */
        B("fitted to itself, fewer studies or further off; or A, and the chip may not take the network as it is"),
        /** Published prices of single operations; no measurement of the whole device under this boundary confirms their sum. */
        C(
                "prices of single operations, none measured as a whole; or B, and the chip may not take the network as it is"),
        /** Assumed figures are in the total. */
        D("assumed figures in the total; or C, and the chip may not take the network as it is");

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
