package ganglion.hardware.estimate;

import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.cost.ChipCost;
import ganglion.hardware.cost.EnergyComponent;
import ganglion.hardware.estimate.DecisionWork.TickRange;
import ganglion.hardware.figure.Figure;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** Estimates a decision of a spiking network on a chip, from the cost of its run. For one use. */
public final class ChipEstimate {

    /** Ticks that a clock keeps add up to a period only up to rounding. */
    private static final double ROUNDING = 1e-9;

    private final ChipCost cost;
    private final HardwareProfile profile;
    private final DecisionWork work;
    private final Surroundings surroundings;
    private final int chips;
    private final InputOutputWork inputOutput;
    private final OptionalDouble workSeconds;

    private ChipEstimate(ChipCost cost, DecisionWork work, Surroundings surroundings) {
        this.cost = cost;
        this.profile = cost.profile();
        this.work = work;
        this.surroundings = surroundings;
        this.chips = cost.placement().chips();
        this.inputOutput = InputOutputWork.of(profile, work);
        this.workSeconds = cost.timeKnown()
                ? OptionalDouble.of(mean(this::tickSeconds) + inputOutput.seconds())
                : OptionalDouble.empty();
    }

    /** The estimate of a costed run; with problems and without energies if the network does not fit. */
    public static DecisionEstimate of(ChipCost cost, DecisionWork work, Surroundings surroundings) {
        return new ChipEstimate(cost, work, surroundings).estimate();
    }

    private DecisionEstimate estimate() {
        boolean fits = cost.placement().fits();
        return new DecisionEstimate(
                profile,
                Computation.SPIKES,
                Optional.empty(),
                fits ? energies() : unknown(),
                work.periodSeconds(),
                fits ? workSeconds : OptionalDouble.empty(),
                cost.details().unknownTimes(),
                fits ? inTime() : Optional.empty(),
                fits ? staticShare() : OptionalDouble.empty(),
                watts(profile.power().between()),
                surroundings.reliability(profile),
                cost.placement().problems(),
                cost.notes());
    }

    private Map<Boundary, BoundaryEnergy> energies() {
        Map<Boundary, PartEnergy> frontEnd = new FrontEndEnergy(profile, work, surroundings).parts();
        Map<Boundary, BoundaryEnergy> energies = new EnumMap<>(Boundary.class);
        for (Boundary boundary : Boundary.values()) {
            Map<Part, PartEnergy> parts = new EnumMap<>(Part.class);
            parts.put(Part.NETWORK, network(boundary));
            parts.put(Part.FRONT_END, frontEnd.get(boundary));
            parts.put(Part.INPUT_OUTPUT, PartEnergy.of(inputOutput.joules() * chips));
            parts.put(Part.STATIC, staticPart(boundary));
            energies.put(boundary, new BoundaryEnergy(boundary, parts));
        }
        return energies;
    }

    private PartEnergy network(Boundary boundary) {
        if (profile.power().runAlone()) {
            return boundary == Boundary.ACTIVE ? working() : missing("idle power");
        }
        List<String> missing = new ArrayList<>();
        for (EnergyComponent component : cost.components()) {
            if (!component.name().equals(EnergyComponent.STATIC)
                    && component.joules().isEmpty()) {
                missing.add("energy of " + component.label() + " on " + profile.name() + ": no source is known");
            }
        }
        return missing.isEmpty() ? PartEnergy.of(mean(this::dynamicJoules)) : PartEnergy.unknown(missing);
    }

    /** All that the chip takes at work: what of it would be taken at rest is not known. */
    private PartEnergy working() {
        double watts = profile.power().run().get().value() * chips;
        return cost.timeKnown()
                ? PartEnergy.of(watts * mean(this::tickSeconds), "static power within it")
                : PartEnergy.unknown(cost.details().unknownTimes());
    }

    private PartEnergy staticPart(Boundary boundary) {
        if (boundary == Boundary.MARGINAL) {
            return PartEnergy.NONE;
        }
        if (!profile.countsStaticPower()) {
            return PartEnergy.of(0, "outside the boundary of the profile");
        }
        if (profile.isAllIn()) {
            return PartEnergy.of(0, "within the energy of an operation");
        }
        if (profile.power().runAlone() && boundary == Boundary.ACTIVE && worksThroughout()) {
            return PartEnergy.of(0, "within the power at work");
        }
        if (profile.power().idle().isEmpty()) {
            return missing("idle power");
        }
        double idle = profile.power().idle().get().value() * chips;
        double period = Math.max(work.periodSeconds(), workSeconds.orElse(0));
        if (boundary == Boundary.ALWAYS_ON) {
            return PartEnergy.of(idle * period);
        }
        if (workSeconds.isEmpty()) {
            return PartEnergy.unknown(cost.details().unknownTimes());
        }
        double working = workSeconds.getAsDouble();
        double between = profile.power().between().orElseThrow().value() * chips;
        return PartEnergy.of(
                idle * working + between * (period - working),
                profile.power().sleep().isPresent() || working >= period
                        ? ""
                        : "idle between decisions: it has no known sleep");
    }

    private boolean worksThroughout() {
        return workSeconds.isPresent() && workSeconds.getAsDouble() >= work.periodSeconds() * (1 - ROUNDING);
    }

    private PartEnergy missing(String figure) {
        return PartEnergy.unknown(List.of(figure + " of " + profile.name() + ": no source is known"));
    }

    /** No tick was late, and it is done before the next decision. */
    private Optional<Boolean> inTime() {
        return workSeconds.isPresent()
                ? Optional.of(
                        cost.overrunTicks() == 0 && workSeconds.getAsDouble() <= work.periodSeconds() * (1 + ROUNDING))
                : Optional.empty();
    }

    private OptionalDouble staticShare() {
        double cores = (double) cost.placement().coresPerChip() * chips;
        OptionalDouble watts = watts(profile.power().idle());
        return watts.isPresent()
                ? OptionalDouble.of(watts.getAsDouble()
                        * work.periodSeconds()
                        * cost.placement().coresUsed()
                        / cores)
                : watts;
    }

    private OptionalDouble watts(Optional<Figure> figure) {
        return figure.map(found -> OptionalDouble.of(found.value() * chips)).orElse(OptionalDouble.empty());
    }

    private double tickSeconds(TickRange range) {
        return sum(cost.tickSeconds(), range);
    }

    private double dynamicJoules(TickRange range) {
        return sum(cost.tickEnergyJoules(), range);
    }

    private static double sum(double[] ofTicks, TickRange range) {
        double sum = 0;
        int until = (int) Math.min(range.until(), ofTicks.length);
        for (int tick = (int) range.from(); tick < until; tick++) {
            sum += ofTicks[tick];
        }
        return sum;
    }

    private double mean(ToDoubleFunction<TickRange> figure) {
        return work.decided().stream().mapToDouble(figure).average().orElseThrow();
    }

    /** Of a chip that does not hold the network: every part lacks the chip. */
    private Map<Boundary, BoundaryEnergy> unknown() {
        PartEnergy refused = PartEnergy.unknown(cost.placement().problems());
        Map<Boundary, BoundaryEnergy> energies = new EnumMap<>(Boundary.class);
        for (Boundary boundary : Boundary.values()) {
            Map<Part, PartEnergy> parts = new EnumMap<>(Part.class);
            for (Part part : Part.values()) {
                parts.put(part, refused);
            }
            energies.put(boundary, new BoundaryEnergy(boundary, parts));
        }
        return energies;
    }
}
