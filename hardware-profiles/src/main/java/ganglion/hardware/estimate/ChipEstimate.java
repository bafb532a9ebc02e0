package ganglion.hardware.estimate;

import ganglion.hardware.chip.FrontEndSite;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.HardwareProfile.InputOutput;
import ganglion.hardware.cost.ChipCost;
import ganglion.hardware.cost.EnergyComponent;
import ganglion.hardware.dense.SignalTime;
import ganglion.hardware.estimate.DecisionWork.TickRange;
import ganglion.hardware.figure.Figure;
import ganglion.hardware.figure.Reliability;
import ganglion.hardware.placement.ChipFit;
import ganglion.hardware.signal.SignalWork;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

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
        this.frontEnd = new FrontEndEnergy();
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
                reliabilities(),
                new ChipFit(
                        cost.placement().problems(),
                        cost.placement().fit().changes(),
                        cost.placement().fit().unknown()),
                cost.notes());
    }

    /** One grade lower where the chip is not known to compute this very network, or needs more neurons than are counted. */
    private Map<Boundary, Reliability> reliabilities() {
        Map<Boundary, Reliability> found = new EnumMap<>(surroundings.reliability(profile));
        ChipFit fit = cost.placement().fit();
        if (!fit.isAsItIs() || !fit.unknown().isEmpty() || cost.placement().copies() > 0) {
            found.replaceAll((boundary, reliability) -> reliability.lowered());
        }
        return found;
    }

    private Map<Boundary, BoundaryEnergy> energies() {
        if (profile.figures().power().run().isPresent()) {
            return wholePower();
        }
        Map<Boundary, PartEnergy> frontEnds = frontEnd.parts();
        return BoundaryEnergy.each(boundary -> Map.of(
                Part.NETWORK, network(),
                Part.FRONT_END, frontEnds.get(boundary),
                Part.INPUT_OUTPUT, PartEnergy.of(inputOutput.joules()),
                Part.STATIC, staticPart(boundary)));
    }

    /** Of a chip whose power at work is known as a whole: it works on the ticks, idles while it waits for its host, and rests. */
    private Map<Boundary, BoundaryEnergy> wholePower() {
        if (!cost.timing().isKnown()) {
            return unknown(cost.timing().unknown());
        }
        Map<Boundary, PartEnergy> frontEnds = frontEnd.parts();
        Map<Boundary, BoundaryEnergy> powered = new PoweredWork(
                        profile,
                        chips,
                        Map.of(Part.NETWORK, mean(this::tickSeconds)),
                        Math.max(work.periodSeconds(), workSeconds.getAsDouble()))
                .energies();
        return Boundary.map(boundary -> powered.get(boundary)
                .with(Part.FRONT_END, frontEnds.get(boundary))
                .with(Part.INPUT_OUTPUT, PartEnergy.of(inputOutput.joules())));
    }

    /** As of a network without synapses on a chip whose neurons are updated in any case, such as TrueNorth. */
    private static final String NO_EVENT = "no event with a price; all else is within the power at rest";

    private PartEnergy network() {
        List<String> missing = cost.energy().components().stream()
                .filter(component -> !component.name().equals(EnergyComponent.STATIC)
                        && component.joules().isEmpty())
                .map(EnergyComponent::label)
                .toList();
        if (!missing.isEmpty()) {
            List<String> unmodelled = profile.boundary().unmodelled();
            return PartEnergy.unknown(
                    List.of("energy of " + String.join(", ", unmodelled.isEmpty() ? missing : unmodelled) + " on "
                            + profile.name() + ": no source is known"));
        }
        double joules = mean(this::dynamicJoules);
        return PartEnergy.of(joules, joules == 0 ? NO_EVENT : "");
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
                ? Optional.of(cost.timing().overrunTicks() == 0
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

    /** A single one stands for all ticks. */
    private static double sum(double[] ofTicks, TickRange range) {
        if (ofTicks.length == 1) {
            return ofTicks[0] * (range.until() - range.from());
        }
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
        return BoundaryEnergy.each(
                boundary -> Arrays.stream(Part.values()).collect(Collectors.toMap(part -> part, part -> unknown)));
    }

    /** The energy of a front end that the chip itself does not compute: in analogue circuits, or on a processor beside it. */
    private final class FrontEndEnergy {

        /** Seconds that a processor beside the chip works on the front end of a decision; 0 where there is none, or it is unknown. */
        double secondsBeside() {
            return processor()
                    .map(found -> SignalTime.of(found, work.frontEndPerDecision()))
                    .map(time -> time.seconds().orElse(0))
                    .orElse(0.0);
        }

        private Optional<HardwareProfile> processor() {
            return profile.surroundings()
                    .frontEnd()
                    .filter(FrontEndSite.Beside.class::isInstance)
                    .flatMap(site -> surroundings.processor(((FrontEndSite.Beside) site).profile()));
        }

        /** The part by boundary. */
        Map<Boundary, PartEnergy> parts() {
            SignalWork signal = work.frontEndPerDecision();
            if (signal.counts().isEmpty()) {
                return Boundary.each(PartEnergy.NONE);
            }
            Optional<FrontEndSite> site = profile.surroundings().frontEnd();
            if (site.isPresent() && site.get() instanceof FrontEndSite.Analogue analogue) {
                return analogue(analogue);
            }
            if (site.isPresent() && site.get() instanceof FrontEndSite.Beside beside) {
                return beside(beside, signal);
            }
            return Boundary.each(PartEnergy.unknown(
                    List.of("front end of " + profile.name() + ": its profile does not say where it is computed")));
        }

        private Map<Boundary, PartEnergy> analogue(FrontEndSite.Analogue analogue) {
            PartEnergy listening =
                    PartEnergy.of(analogue.power().value() * work.periodSeconds(), "analogue, listens all the time");
            Map<Boundary, PartEnergy> parts = Boundary.each(listening);
            parts.put(Boundary.MARGINAL, PartEnergy.of(0, "analogue, listens anyway"));
            return parts;
        }

        /** It stands under the same boundary as the chip: it sleeps between its frames, or idles. */
        private Map<Boundary, PartEnergy> beside(FrontEndSite.Beside beside, SignalWork signal) {
            Optional<HardwareProfile> processor = processor();
            if (processor.isEmpty()) {
                return Boundary.each(
                        PartEnergy.unknown(List.of("profile of the front end's processor " + beside.profile())));
            }
            SignalTime time = SignalTime.of(processor.get(), signal);
            if (time.seconds().isEmpty()) {
                return Boundary.each(PartEnergy.unknown(time.missing()));
            }
            Map<Boundary, BoundaryEnergy> energies = new PoweredWork(
                            processor.get(),
                            1,
                            Map.of(Part.FRONT_END, time.seconds().getAsDouble()),
                            work.periodSeconds())
                    .energies();
            return Boundary.map(
                    boundary -> whole(energies.get(boundary), processor.get().name()));
        }

        private static PartEnergy whole(BoundaryEnergy energy, String processor) {
            return energy.joules().isPresent()
                    ? PartEnergy.of(energy.joules().getAsDouble(), "on " + processor + " beside the chip")
                    : PartEnergy.unknown(energy.missing());
        }
    }

    /**
     * What bringing inputs to a chip and results back adds to one decision.
     *
     * @param seconds time in which the chip waits for it
     * @param joules energy on top of the chip's idle power
     */
    private record InputOutputWork(double seconds, double joules) {

        private static final InputOutputWork NONE = new InputOutputWork(0, 0);

        static InputOutputWork of(HardwareProfile profile, DecisionWork work) {
            return profile.surroundings()
                    .inputOutput()
                    .map(found -> of(found, work))
                    .orElse(NONE);
        }

        private static InputOutputWork of(InputOutput found, DecisionWork work) {
            double seconds = value(found.tickTime()) * work.ticksPerDecision() + value(found.decisionTime());
            return new InputOutputWork(seconds, value(found.power()) * seconds + value(found.decisionEnergy()));
        }

        private static double value(Optional<Figure> figure) {
            return figure.map(Figure::value).orElse(0.0);
        }
    }
}
