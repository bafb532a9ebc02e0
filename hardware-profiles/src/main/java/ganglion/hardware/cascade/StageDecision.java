package ganglion.hardware.cascade;

import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.estimate.BoundaryEnergy;
import ganglion.hardware.estimate.DecisionEstimate;
import ganglion.hardware.estimate.Part;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Energy and time of one decision on a device, and its power at rest: what a cascade is computed from.
 *
 * @param boundary what the energy contains: {@link Boundary#ACTIVE} or {@link Boundary#ALWAYS_ON}
 * @param problems why the device cannot compute it, or figures that its energy lacks; empty if there are none
 * @param joules energy of the decision; absent if unknown
 * @param betweenWatts power between decisions in the deepest state that keeps the network; absent if unknown
 * @param staticJoules static energy of the decision; absent if unknown
 * @param periodSeconds time from one decision to the next
 * @param workSeconds time that the device works on it; absent if unknown
 * @param inTime whether it is known to keep pace
 */
public record StageDecision(
        Boundary boundary,
        List<String> problems,
        OptionalDouble joules,
        OptionalDouble betweenWatts,
        OptionalDouble staticJoules,
        double periodSeconds,
        OptionalDouble workSeconds,
        boolean inTime) {

    /** Takes a copy of the list. */
    public StageDecision {
        problems = List.copyOf(problems);
    }

    /** Of an estimate. */
    public static StageDecision of(DecisionEstimate estimate, Boundary boundary) {
        BoundaryEnergy energy = estimate.energy(boundary);
        return new StageDecision(
                boundary,
                estimate.possible() ? energy.missing() : estimate.problems(),
                estimate.possible() ? energy.joules() : OptionalDouble.empty(),
                estimate.betweenWatts(),
                energy.parts().get(Part.STATIC).joules(),
                estimate.periodSeconds(),
                estimate.workSeconds(),
                estimate.inTime().orElse(false));
    }

    /** Why it can be no stage of a cascade; empty if it can. */
    public Optional<String> refusal() {
        if (joules.isEmpty()) {
            return Optional.of(String.join(", ", problems));
        }
        if (workSeconds.isEmpty() || !inTime) {
            return Optional.of("does not keep pace, or that is not known");
        }
        return Double.isNaN(restWatts()) ? Optional.of("its power between decisions is not known") : Optional.empty();
    }

    /** Power at rest in watts: what it takes between decisions, or idles with all the time; not a number if that is unknown. */
    public double restWatts() {
        OptionalDouble energy = boundary == Boundary.ACTIVE ? betweenWatts : staticJoules;
        double seconds = boundary == Boundary.ACTIVE ? 1 : periodSeconds;
        return energy.isPresent() && seconds > 0 ? energy.getAsDouble() / seconds : Double.NaN;
    }
}
