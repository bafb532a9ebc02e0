package ganglion.hardware.validation;

import ganglion.documents.DocumentReader;
import ganglion.documents.InputException;
import ganglion.hardware.chip.Execution;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.figure.Interval;
import ganglion.hardware.figure.Reliability;
import ganglion.hardware.figure.Reliability.Grade;
import ganglion.hardware.library.Reliabilities;
import ganglion.hardware.validation.Study.Distance;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Predicate;
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
        return of(cases.estimated(), cases.omitted());
    }

    /**
     * The measurements of a file alone, judged by the intervals that follow from those that ship.
     *
     * @throws InputException with everything that is wrong with the file
     */
    public static ValidationResult of(Path file) throws InputException {
        ValidationCases cases = ValidationCases.read(new DocumentReader().read(file));
        Judge judge = new Judge(ValidationCases.shipped().estimated());
        return new ValidationResult(judge.devices(cases.estimated()), cases.omitted());
    }

    static ValidationResult of(List<ValidationCase> cases, List<OmittedCase> omitted) {
        return new ValidationResult(new Judge(cases).devices(cases), omitted);
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

    private Stream<JudgedCase> stream() {
        return devices.stream().flatMap(device -> device.cases().stream());
    }

    /**
     * Judges cases by what is known.
     *
     * @param byDevice the known cases, by the name of their device
     */
    private record Judge(Map<String, List<ValidationCase>> byDevice) {

        Judge(List<ValidationCase> known) {
            this(byDevice(known));
        }

        private static Map<String, List<ValidationCase>> byDevice(List<ValidationCase> cases) {
            return cases.stream()
                    .collect(Collectors.groupingBy(found -> found.profile().name(), TreeMap::new, Collectors.toList()));
        }

        List<DeviceValidation> devices(List<ValidationCase> cases) {
            return byDevice(cases).values().stream().map(this::device).toList();
        }

        private List<ValidationCase> known(HardwareProfile profile) {
            return byDevice.getOrDefault(profile.name(), List.of());
        }

        private DeviceValidation device(List<ValidationCase> cases) {
            HardwareProfile profile = cases.get(0).profile();
            Map<Boundary, Reliability> reliability = Boundary.map(boundary -> reliability(profile, boundary));
            List<JudgedCase> judged = cases.stream()
                    .map(found ->
                            new JudgedCase(found, found.isHeldOut() ? factorWithout(found) : OptionalDouble.empty()))
                    .toList();
            return new DeviceValidation(profile, judged, reliability, votes(cases, profile, found -> true));
        }

        private Reliability reliability(HardwareProfile profile, Boundary boundary) {
            List<Vote> votes = votes(profile, found -> isOf(found, Optional.of(boundary)));
            Optional<RatioStatistics> ratios =
                    votes.isEmpty() ? Optional.empty() : Optional.of(RatioStatistics.of(votes));
            return new Reliability(
                    Grading.of(profile, known(profile), boundary),
                    votes.size(),
                    ratios.map(found -> OptionalDouble.of(found.median())).orElse(OptionalDouble.empty()),
                    ratios.map(found -> OptionalDouble.of(found.worst())).orElse(OptionalDouble.empty()),
                    factor(profile, Optional.of(boundary), Optional.empty()));
        }

        /** The interval of a row, from all studies but its own. */
        private OptionalDouble factorWithout(ValidationCase found) {
            return factor(
                    found.profile(),
                    found.boundary(),
                    Optional.of(found.evidence().study()));
        }

        /** From the votes of a device, and of others that work alike, under one boundary; of times where there is none. */
        private OptionalDouble factor(HardwareProfile profile, Optional<Boundary> boundary, Optional<Study> without) {
            Predicate<ValidationCase> which = found -> isOf(found, boundary)
                    && !without.equals(Optional.of(found.evidence().study()));
            Execution execution = profile.cores().execution();
            List<RatioSpread> others = byDevice.values().stream()
                    .map(cases -> cases.get(0).profile())
                    .filter(other -> !other.name().equals(profile.name())
                            && other.about().sister().isEmpty()
                            && other.cores().execution() == execution)
                    .map(other -> RatioSpread.of(votes(other, which)))
                    .toList();
            return RatioSpread.of(votes(profile, which)).factor(others);
        }

        private List<Vote> votes(HardwareProfile profile, Predicate<ValidationCase> which) {
            return votes(known(profile), profile, which);
        }

        /** The votes of some cases; their distance is that from what is known to be fitted. */
        private List<Vote> votes(List<ValidationCase> cases, HardwareProfile profile, Predicate<ValidationCase> which) {
            return Vote.of(
                    cases.stream()
                            .filter(ValidationCase::isHeldOut)
                            .filter(which)
                            .toList(),
                    known(profile).stream().filter(found -> !found.isHeldOut()).toList());
        }
    }

    /** Whether a case is of a boundary. A device without a known sleep idles between decisions: active and always on are the same. */
    private static boolean isOf(ValidationCase found, Optional<Boundary> boundary) {
        if (found.boundary().equals(boundary)) {
            return true;
        }
        boolean sleeps = found.profile().figures().power().sleep().isPresent();
        return !sleeps
                && boundary.isPresent()
                && found.boundary().isPresent()
                && boundary.get() != Boundary.MARGINAL
                && found.boundary().get() != Boundary.MARGINAL;
    }

    /**
     * The grade of a device under one boundary.
     *
     * <ul>
     *   <li>A: three studies or more measured the device, one of them under this boundary and with no part in a fit, and all votes of
     *       the boundary are within 25 %; of five or more, at least 80 % of them. A profile that is one power whatever the network
     *       does, or stands for a sister chip, has no A.
     *   <li>B: otherwise, if the device was measured under this boundary, and some figure comes from measurements of it.
     *   <li>C or D: otherwise, by the kinds of its figures.
     * </ul>
     */
    static final class Grading {

        private static final int STUDIES = 3;
        private static final int MANY = 5;
        private static final double MOST = 0.8;

        private Grading() {}

        /** The grade from the measurements of a device. */
        static Grade of(HardwareProfile profile, Collection<ValidationCase> cases, Boundary boundary) {
            List<ValidationCase> fits =
                    cases.stream().filter(found -> !found.isHeldOut()).toList();
            List<ValidationCase> heldOut = cases.stream()
                    .filter(found -> found.isHeldOut() && isOf(found, Optional.of(boundary)))
                    .toList();
            List<Vote> votes = Vote.of(heldOut, fits);
            List<Vote> whole = Vote.of(
                    heldOut.stream().filter(found -> !found.value().timeGiven()).toList(), fits);
            long studies = cases.stream()
                    .map(found -> found.evidence().study())
                    .distinct()
                    .count();
            boolean independent = whole.stream().anyMatch(vote -> vote.distance() != Distance.SAME_STUDY);
            if (studies >= STUDIES
                    && independent
                    && isConfirmed(RatioStatistics.of(whole))
                    && isConfirmed(RatioStatistics.of(votes))
                    && followsTheNetwork(profile)
                    && profile.about().sister().isEmpty()) {
                return Grade.A;
            }
            boolean measured = cases.stream().anyMatch(found -> isOf(found, Optional.of(boundary)));
            return measured && !fits.isEmpty() ? Grade.B : Reliabilities.gradeOfFigures(profile);
        }

        /** Whether an estimate depends on what the network does, and is not one power whatever it does. */
        private static boolean followsTheNetwork(HardwareProfile profile) {
            return !profile.figures().energy().isEmpty()
                    || !profile.figures().time().isEmpty()
                    || profile.conventional().processor().isPresent();
        }

        private static boolean isConfirmed(RatioStatistics votes) {
            return votes.withinQuarter() >= (votes.count() < MANY ? 1 : MOST);
        }
    }

    /**
     * A measurement beside an estimate and its interval.
     *
     * @param found both values
     * @param factor the interval goes this factor either way; from the studies of this boundary but its own. Absent for a
     *     measurement that the profile was made with, and where there is no other study
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
            return isInside() == found.evidence().outside().isEmpty();
        }
    }

    /**
     * All measurements of one device beside its estimates.
     *
     * @param profile the device
     * @param cases its measurements, in the order of the documents
     * @param reliability what they say of further estimates, by boundary
     * @param votes one for each study with held-out measurements
     */
    public record DeviceValidation(
            HardwareProfile profile, List<JudgedCase> cases, Map<Boundary, Reliability> reliability, List<Vote> votes) {

        /** Takes copies of the collections. */
        public DeviceValidation {
            cases = List.copyOf(cases);
            reliability = Map.copyOf(reliability);
            votes = List.copyOf(votes);
        }

        /** Whether the estimates are by the profile of this name, of its chip or of a sister. */
        public boolean isBy(String name) {
            return profile.name().equals(name) || profile.name().startsWith(name + " for ");
        }

        /** The measurements that the profile was made without. */
        public List<JudgedCase> heldOut() {
            return cases.stream().filter(judged -> judged.found().isHeldOut()).toList();
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
}
