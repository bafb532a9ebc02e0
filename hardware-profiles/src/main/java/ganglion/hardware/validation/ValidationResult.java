package ganglion.hardware.validation;

import ganglion.hardware.chip.Execution;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.figure.Interval;
import ganglion.hardware.figure.Reliability;
import ganglion.hardware.figure.Reliability.Grade;
import ganglion.hardware.library.ProfileException;
import ganglion.hardware.library.Reliabilities;
import ganglion.hardware.validation.ValidationResult.JudgedCase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every published measurement beside our estimate, device by device.
 *
 * @param devices devices with at least one measurement, by name
 * @param omitted measurements without an estimate
 */
public record ValidationResult(List<DeviceValidation> devices, List<OmittedCase> omitted) {

    /** Takes copies of the lists. */
    public ValidationResult {
        devices = List.copyOf(devices);
        omitted = List.copyOf(omitted);
    }

    /** The measurements that ship with Ganglion. */
    public static ValidationResult shipped() {
        ValidationCases cases = ValidationCases.shipped();
        try {
            return of(cases.estimated(), cases.omitted());
        } catch (ProfileException e) {
            throw new IllegalStateException("a validation case is wrong: " + e.getMessage(), e);
        }
    }

    static ValidationResult of(List<ValidationCase> cases, List<OmittedCase> omitted) {
        Map<String, List<ValidationCase>> byDevice = new TreeMap<>();
        cases.forEach(found -> byDevice.computeIfAbsent(found.profile().name(), name -> new ArrayList<>())
                .add(found));
        List<DeviceValidation> devices = new ArrayList<>();
        byDevice.forEach((name, own) -> devices.add(device(own, spreadsOfOthers(name, byDevice))));
        return new ValidationResult(devices, omitted);
    }

    /** Of the other devices that work alike, spiking or dense; of all others if these have no held-out measurements. */
    private static List<RatioSpread> spreadsOfOthers(String device, Map<String, List<ValidationCase>> byDevice) {
        Execution execution = byDevice.get(device).get(0).profile().cores().execution();
        List<List<ValidationCase>> others = byDevice.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(device))
                .map(entry -> heldOut(entry.getValue()))
                .filter(cases -> !cases.isEmpty())
                .toList();
        List<List<ValidationCase>> alike = others.stream()
                .filter(cases -> cases.get(0).profile().cores().execution() == execution)
                .toList();
        return (alike.isEmpty() ? others : alike).stream().map(RatioSpread::of).toList();
    }

    private static List<ValidationCase> heldOut(List<ValidationCase> cases) {
        return cases.stream().filter(ValidationCase::isHeldOut).toList();
    }

    private static DeviceValidation device(List<ValidationCase> cases, List<RatioSpread> others) {
        HardwareProfile profile = cases.get(0).profile();
        List<ValidationCase> heldOut = heldOut(cases);
        RatioSpread own = RatioSpread.of(heldOut);
        List<JudgedCase> judged = cases.stream()
                .map(found -> new JudgedCase(
                        found, found.isHeldOut() ? own.without(found).factor(others) : OptionalDouble.empty()))
                .toList();
        Optional<RatioStatistics> ratios =
                heldOut.isEmpty() ? Optional.empty() : Optional.of(RatioStatistics.of(heldOut));
        Reliability reliability = new Reliability(
                Grading.of(profile, cases),
                heldOut.size(),
                ratios.map(found -> OptionalDouble.of(found.median())).orElse(OptionalDouble.empty()),
                ratios.map(found -> OptionalDouble.of(found.worst())).orElse(OptionalDouble.empty()),
                own.factor(others));
        return new DeviceValidation(profile, judged, reliability);
    }

    /** All cases that the profiles were made without. */
    public List<JudgedCase> heldOut() {
        return stream().filter(judged -> judged.found().isHeldOut()).toList();
    }

    /** All cases that the profiles were made with. */
    public List<JudgedCase> calibrating() {
        return stream().filter(judged -> !judged.found().isHeldOut()).toList();
    }

    /** The cases that do not lie where they say: they left their interval, or are inside although a reason says they are not. */
    public List<JudgedCase> surprises() {
        return stream().filter(judged -> !judged.isAsExpected()).toList();
    }

    /** Statistics of all held-out ratios. */
    public RatioStatistics ratios() {
        return RatioStatistics.of(heldOut().stream().map(JudgedCase::found).toList());
    }

    /** Share of held-out measurements that lie in the interval of their estimate, from 0 to 1. */
    public double shareInside() {
        List<JudgedCase> heldOut = heldOut();
        return (double) heldOut.stream().filter(JudgedCase::isInside).count() / heldOut.size();
    }

    private Stream<JudgedCase> stream() {
        return devices.stream().flatMap(device -> device.cases().stream());
    }

    /**
     * The grade of a device.
     *
     * <ul>
     *   <li>A: there are held-out measurements, and the estimates of all of them are within 25 %; of five or more, of at least 80 %.
     *   <li>B: otherwise, if some figure comes from measurements of the device at work.
     *   <li>C or D: otherwise, by the kinds of its figures.
     * </ul>
     */
    static final class Grading {

        private static final int MANY = 5;
        private static final double MOST = 0.8;

        private Grading() {}

        /** The grade from the measurements of a device. */
        static Grade of(HardwareProfile profile, Collection<ValidationCase> cases) {
            List<ValidationCase> heldOut =
                    cases.stream().filter(ValidationCase::isHeldOut).toList();
            if (!heldOut.isEmpty() && isConfirmed(RatioStatistics.of(heldOut))) {
                return Grade.A;
            }
            boolean calibrated = heldOut.size() < cases.size();
            return calibrated ? Grade.B : Reliabilities.gradeOfFigures(profile);
        }

        private static boolean isConfirmed(RatioStatistics heldOut) {
            return heldOut.shareWithinQuarter() >= (heldOut.rows() < MANY ? 1 : MOST);
        }
    }

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
                    ? Optional.of(new Interval(
                            found.estimate() / factor.getAsDouble(), found.estimate() * factor.getAsDouble()))
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

    /**
     * All measurements of one device beside its estimates.
     *
     * @param profile the device
     * @param cases its measurements, in the order of the documents
     * @param reliability what they say of further estimates
     */
    public record DeviceValidation(HardwareProfile profile, List<JudgedCase> cases, Reliability reliability) {

        /** Takes a copy of the list. */
        public DeviceValidation {
            cases = List.copyOf(cases);
        }

        /** The measurements that the profile was made without. */
        public List<JudgedCase> heldOut() {
            return cases.stream().filter(judged -> judged.found().isHeldOut()).toList();
        }

        /** Geometric mean of the held-out ratios; absent if there are none. */
        public OptionalDouble geometricMean() {
            List<ValidationCase> heldOut =
                    heldOut().stream().map(JudgedCase::found).toList();
            return heldOut.isEmpty()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(RatioStatistics.of(heldOut).geometricMean());
        }

        /** The measurements that its figures are from. */
        public List<JudgedCase> calibrating() {
            return cases.stream().filter(judged -> !judged.found().isHeldOut()).toList();
        }
    }

    /**
     * A measurement without an estimate.
     *
     * @param name what was measured
     * @param measured the published value, human-readable
     * @param reason the facts that are missing
     */
    public record OmittedCase(String name, String measured, String reason) {}

    /** The table that {@link Reliabilities} reads. */
    static final class ReliabilityTable {

        private ReliabilityTable() {}

        static String of(ValidationResult validation) {
            return validation.devices().stream()
                    .map(device -> row(device.profile().name(), device.reliability()))
                    .collect(Collectors.joining("", Reliabilities.COLUMNS + "\n", ""));
        }

        private static String row(String profile, Reliability reliability) {
            return String.join(
                            ",",
                            profile,
                            reliability.grade().name(),
                            Integer.toString(reliability.heldOut()),
                            number(reliability.medianRatio()),
                            number(reliability.worstRatio()),
                            number(reliability.factor()))
                    + "\n";
        }

        private static String number(OptionalDouble number) {
            return number.isPresent() ? String.format(Locale.ROOT, "%.4g", number.getAsDouble()) : "";
        }
    }
}
