package ganglion.hardware.estimate;

import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.NumberFormat;
import ganglion.hardware.figure.Interval;
import ganglion.hardware.figure.Reliability;
import ganglion.hardware.placement.ChipFit;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What one decision takes on one device, in the mean over the decisions of a run.
 *
 * @param profile the device
 * @param computation what it computes
 * @param format number format; absent for spikes
 * @param energies by boundary, every one of them
 * @param periodSeconds time from one decision to the next
 * @param workSeconds time that the device works on a decision, front end included where it computes that itself; absent if
 *     unknown
 * @param missingTimes figures that the time of work lacks, human-readable
 * @param inTime whether it keeps pace: no tick too late, and done before the next decision; absent if unknown
 * @param staticShareJoules static energy of {@link Boundary#ALWAYS_ON}, times the share of the device's cores in use
 * @param betweenWatts power between decisions in the deepest state that keeps the network; absent if unknown
 * @param reliabilities how far to trust it, by boundary
 * @param fit whether the device computes this, and as it is; what does not fit on it is among the refusals
 * @param notes assumptions, human-readable
 */
public record DecisionEstimate(
        HardwareProfile profile,
        Computation computation,
        Optional<NumberFormat> format,
        Map<Boundary, BoundaryEnergy> energies,
        double periodSeconds,
        OptionalDouble workSeconds,
        List<String> missingTimes,
        Optional<Boolean> inTime,
        OptionalDouble staticShareJoules,
        OptionalDouble betweenWatts,
        Map<Boundary, Reliability> reliabilities,
        ChipFit fit,
        List<String> notes) {

    private static final double SECONDS_PER_DAY = 86_400;

    /** Takes copies of the collections; energies stay in the order of their boundaries. */
    public DecisionEstimate {
        energies = Collections.unmodifiableMap(new EnumMap<>(energies));
        reliabilities = Map.copyOf(reliabilities);
        missingTimes = List.copyOf(missingTimes);
        notes = List.copyOf(notes);
    }

    /** Of a device that cannot compute this, and why: every energy lacks the device. */
    public static DecisionEstimate impossible(
            HardwareProfile profile,
            Computation computation,
            List<String> problems,
            double periodSeconds,
            Map<Boundary, Reliability> reliabilities) {
        return new DecisionEstimate(
                profile,
                computation,
                Optional.empty(),
                BoundaryEnergy.each(boundary -> Map.of(Part.NETWORK, PartEnergy.unknown(problems))),
                periodSeconds,
                OptionalDouble.empty(),
                List.of(),
                Optional.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                reliabilities,
                new ChipFit(problems, List.of(), List.of()),
                List.of());
    }

    /** Why the device cannot compute this at all; empty if it can. */
    public List<String> problems() {
        return fit.refusals();
    }

    /** Whether the device can compute this, or something much like it. */
    public boolean possible() {
        return problems().isEmpty();
    }

    /** The energy under a boundary. */
    public BoundaryEnergy energy(Boundary boundary) {
        return energies.get(boundary);
    }

    /** How far to trust an energy under a boundary. */
    public Reliability reliability(Boundary boundary) {
        return reliabilities.get(boundary);
    }

    /** How far to trust it under the boundary that devices are ranked by: active. */
    public Reliability reliability() {
        return reliability(Boundary.ACTIVE);
    }

    /** The range of an energy; empty if it is not known, or nothing is measured that it could be from. */
    public Optional<Interval> interval(Boundary boundary) {
        OptionalDouble joules = energy(boundary).joules();
        return joules.isPresent() ? reliability(boundary).around(joules.getAsDouble()) : Optional.empty();
    }

    /** Seconds that energies of a decision span: its period, or its work where that takes longer. */
    public double spanSeconds() {
        return Math.max(periodSeconds, workSeconds.orElse(0));
    }

    /**
     * Seconds that the active energy is of: the whole span where a chip of spikes takes static power between its steps, else the
     * work; empty if that is unknown.
     */
    public OptionalDouble activeSeconds() {
        PartEnergy atRest = energy(Boundary.ACTIVE).parts().getOrDefault(Part.STATIC, PartEnergy.NONE);
        boolean waits = computation == Computation.SPIKES && atRest.joules().orElse(0) > 0;
        return waits ? OptionalDouble.of(spanSeconds()) : workSeconds;
    }

    /** Joules of a day of decisions, one after another, under {@link Boundary#ACTIVE} or {@link Boundary#ALWAYS_ON}. */
    public OptionalDouble joulesPerDay(Boundary boundary) {
        OptionalDouble joules = energy(boundary).joules();
        return joules.isPresent() ? OptionalDouble.of(joules.getAsDouble() * SECONDS_PER_DAY / spanSeconds()) : joules;
    }
}
