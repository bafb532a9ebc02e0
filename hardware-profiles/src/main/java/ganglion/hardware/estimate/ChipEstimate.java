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
    private final FrontEndEnergy frontEnd;
    private final OptionalDouble workSeconds;

    private ChipEstimate(ChipCost cost, DecisionWork work, Surroundings surroundings) {
        this.cost = cost;
        this.profile = cost.profile();
        this.work = work;
        this.surroundings = surroundings;
        this.chips = cost.placement().chips();
        this.inputOutput = InputOutputWork.of(profile, work);
        this.frontEnd = new FrontEndEnergy(profile, work, surroundings);
        this.workSeconds = cost.timing().isKnown()
                ? OptionalDouble.of(mean(this::tickSeconds) + inputOutput.seconds())
                : OptionalDouble.empty();
    }

    /** The estimate of a costed run; with problems and without energies if the network does not fit. */
    public static DecisionEstimate of(ChipCost cost, DecisionWork work, Surroundings surroundings) {
        return new ChipEstimate(cost, work, surroundings).estimate();
    }

    private DecisionEstimate estimate() {
        boolean fits = cost.placement().fits();
        Map<Boundary, BoundaryEnergy> energies = fits ? energies() : unknown();
        return new DecisionEstimate(
                profile,
                Computation.SPIKES,
                Optional.empty(),
                energies,
                work.periodSeconds(),
                fits ? workSeconds : OptionalDouble.empty(),
                cost.timing().unknown(),
                fits ? inTime() : Optional.empty(),
                fits ? staticShare(energies.get(Boundary.ALWAYS_ON)) : OptionalDouble.empty(),
                watts(profile.figures().power().between()),
                surroundings.reliability(profile),
                cost.placement().problems(),
                cost.notes());
    }

    private Map<Boundary, BoundaryEnergy> energies() {
        if (profile.figures().power().run().isPresent()) {
            return wholePower();
        }
        Map<Boundary, PartEnergy> frontEnds = frontEnd.parts();
        Map<Boundary, BoundaryEnergy> energies = new EnumMap<>(Boundary.class);
        for (Boundary boundary : Boundary.values()) {
            Map<Part, PartEnergy> parts = new EnumMap<>(Part.class);
            parts.put(Part.NETWORK, network());
            parts.put(Part.FRONT_END, frontEnds.get(boundary));
            parts.put(Part.INPUT_OUTPUT, PartEnergy.of(inputOutput.joules()));
            parts.put(Part.STATIC, staticPart(boundary));
            energies.put(boundary, new BoundaryEnergy(boundary, parts));
        }
        return energies;
    }

    /** Of a chip whose power at work is known as a whole: it works on the ticks, idles while it waits for its host, and rests. */
    private Map<Boundary, BoundaryEnergy> wholePower() {
        if (!cost.timing().isKnown()) {
            return unknown(cost.timing().unknown());
        }
        Map<Boundary, PartEnergy> frontEnds = frontEnd.parts();
        Map<Boundary, BoundaryEnergy> energies = new EnumMap<>(Boundary.class);
        new PoweredWork(
                        profile,
                        chips,
                        Map.of(Part.NETWORK, mean(this::tickSeconds)),
                        Math.max(work.periodSeconds(), workSeconds.getAsDouble()))
                .energies()
                .forEach((boundary, energy) -> {
                    Map<Part, PartEnergy> parts = new EnumMap<>(energy.parts());
                    parts.put(Part.FRONT_END, frontEnds.get(boundary));
                    parts.put(Part.INPUT_OUTPUT, PartEnergy.of(inputOutput.joules()));
                    energies.put(boundary, new BoundaryEnergy(boundary, parts));
                });
        return energies;
    }

    private PartEnergy network() {
        List<String> missing = new ArrayList<>();
        for (EnergyComponent component : cost.energy().components()) {
            if (!component.name().equals(EnergyComponent.STATIC)
                    && component.joules().isEmpty()) {
                missing.add("energy of " + component.label() + " on " + profile.name() + ": no source is known");
            }
        }
        return missing.isEmpty() ? PartEnergy.of(mean(this::dynamicJoules)) : PartEnergy.unknown(missing);
    }

    private PartEnergy staticPart(Boundary boundary) {
        if (boundary == Boundary.MARGINAL) {
            return PartEnergy.NONE;
        }
        if (profile.isAllIn() && boundary == Boundary.ACTIVE) {
            return PartEnergy.of(0, "within the energy of an operation");
        }
        if (profile.isAllIn() || !profile.boundary().countsStaticPower()) {
            return PartEnergy.unknown(
                    List.of("idle power of " + profile.name() + ": it is not within the boundary of its profile"));
        }
        if (profile.figures().power().idle().isEmpty()) {
            return missing("idle power");
        }
        double idle = profile.figures().power().idle().get().value() * chips;
        double period = Math.max(work.periodSeconds(), workSeconds.orElse(0));
        if (boundary == Boundary.ALWAYS_ON) {
            return PartEnergy.of(idle * period);
        }
        if (profile.figures().power().sleep().isEmpty()) {
            return PartEnergy.of(
                    idle * period, worksThroughout() ? "" : "idle between decisions: it has no known sleep");
        }
        if (workSeconds.isEmpty()) {
            return PartEnergy.unknown(cost.timing().unknown());
        }
        double working = workSeconds.getAsDouble();
        double sleep = profile.figures().power().sleep().get().value() * chips;
        return PartEnergy.of(idle * working + sleep * (period - working));
    }

    private boolean worksThroughout() {
        return workSeconds.isPresent() && workSeconds.getAsDouble() >= work.periodSeconds() * (1 - ROUNDING);
    }

    private PartEnergy missing(String figure) {
        return PartEnergy.unknown(List.of(figure + " of " + profile.name() + ": no source is known"));
    }

    /** No tick was late, and chip and front end are done before the next decision. */
    private Optional<Boolean> inTime() {
        double most = work.periodSeconds() * (1 + ROUNDING);
        return workSeconds.isPresent()
                ? Optional.of(cost.timing().overruns().ticks() == 0
                        && workSeconds.getAsDouble() <= most
                        && frontEnd.secondsBeside() <= most)
                : Optional.empty();
    }

    private OptionalDouble staticShare(BoundaryEnergy alwaysOn) {
        OptionalDouble all = alwaysOn.parts().get(Part.STATIC).joules();
        double cores = (double) cost.placement().coresPerChip() * chips;
        return all.isPresent()
                ? OptionalDouble.of(all.getAsDouble() * cost.placement().coresUsed() / cores)
                : all;
    }

    private OptionalDouble watts(Optional<Figure> figure) {
        return figure.map(found -> OptionalDouble.of(found.value() * chips)).orElse(OptionalDouble.empty());
    }

    private double tickSeconds(TickRange range) {
        return sum(cost.timing().tickSeconds(), range);
    }

    private double dynamicJoules(TickRange range) {
        return sum(cost.energy().tickJoules(), range);
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

    /** Of a chip that does not hold the network. */
    private Map<Boundary, BoundaryEnergy> unknown() {
        return unknown(cost.placement().problems());
    }

    private static Map<Boundary, BoundaryEnergy> unknown(List<String> reasons) {
        PartEnergy unknown = PartEnergy.unknown(reasons);
        Map<Boundary, BoundaryEnergy> energies = new EnumMap<>(Boundary.class);
        for (Boundary boundary : Boundary.values()) {
            Map<Part, PartEnergy> parts = new EnumMap<>(Part.class);
            for (Part part : Part.values()) {
                parts.put(part, unknown);
            }
            energies.put(boundary, new BoundaryEnergy(boundary, parts));
        }
        return energies;
    }
}
