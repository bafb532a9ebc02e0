package ganglion.hardware.cost;

import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.cost.Costing.CostRequest;
import ganglion.hardware.cost.TickSeries.PricedCount;
import ganglion.hardware.figure.Figure;
import ganglion.hardware.figure.Interval;
import ganglion.hardware.latency.SpikeLatency.TickHistogram;
import ganglion.hardware.placement.CoreLoad;
import ganglion.hardware.placement.PlacementSummary;
import ganglion.kernel.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Assembles a result: components, total, unknown figures and notes. For one use. */
final class CostAssembly {

    private final CostRequest request;
    private final HardwareProfile profile;
    private final PlacementSummary summary;
    private final Clock clock;
    private final long ticks;
    private final List<String> assumed;
    private final double tickSeconds;

    /**
     * @param ticks length of the run
     * @param assumed what of it is assumed beyond what the profile and the request say, as sentences
     */
    CostAssembly(CostRequest request, PlacementSummary summary, Clock clock, long ticks, List<String> assumed) {
        this.request = request;
        this.profile = request.profile();
        this.summary = summary;
        this.clock = clock;
        this.ticks = ticks;
        this.assumed = assumed;
        this.tickSeconds = SpikingRun.chipTickSeconds(clock, profile);
    }

    /** The result of a network that does not fit. */
    ChipCost refused() {
        ChipCost.Energy none = new ChipCost.Energy(
                List.of(), OptionalDouble.empty(), Optional.empty(), new double[0], OptionalDouble.empty());
        return new ChipCost(
                profile, summary, List.of(), ChipCost.Work.NONE, none, ChipCost.Timing.none(clock), summary.problems());
    }

    ChipCost cost(EnergyModel energies, TickSeries series, List<CoreLoad> cores) {
        double modelledSeconds = modelledSeconds(series);
        List<EnergyComponent> components = new ArrayList<>(dynamicComponents(energies, series));
        if (profile.boundary().countsStaticPower() && !profile.isAllIn()) {
            components.add(staticComponent(modelledSeconds));
        }
        return new ChipCost(
                profile,
                summary,
                cores,
                new ChipCost.Work(series.totals(), request.counted().isPresent(), request.remark()),
                energy(components, series),
                new ChipCost.Timing(
                        clock,
                        tickSeconds,
                        modelledSeconds,
                        series.times().seconds(),
                        TickHistogram.of(series.times().latencies()),
                        series.spikeLatency(),
                        series.times().late(),
                        series.times().unknown()),
                CostNotes.of(request, summary, energies, series, clock, ticks, assumed));
    }

    private ChipCost.Energy energy(List<EnergyComponent> components, TickSeries series) {
        double total = components.stream()
                .mapToDouble(component -> component.joules().orElse(Double.NaN))
                .sum();
        Interval known = components.stream()
                .flatMap(component -> component.interval().stream())
                .reduce(Interval.exactly(0), Interval::plus);
        return new ChipCost.Energy(
                components,
                Double.isNaN(total) ? OptionalDouble.empty() : OptionalDouble.of(total),
                known.isExact() ? Optional.empty() : Optional.of(known),
                tickJoules(series),
                staticWatts());
    }

    private List<EnergyComponent> dynamicComponents(EnergyModel energies, TickSeries series) {
        List<EnergyComponent> components = new ArrayList<>();
        if (profile.figures().power().run().isPresent()) {
            components.add(runningComponent(series));
            return components;
        }
        series.priced().forEach(priced -> components.add(component(priced)));
        profile.figures()
                .power()
                .core()
                .ifPresent(core -> components.add(component(
                        EnergyComponent.CORES,
                        "cores in use",
                        ticks,
                        core,
                        summary.coresUsed() * modelledSeconds(series))));
        energies.missing(series::total)
                .forEach((missing, label) -> components.add(unknown(missing.word(), label, series.total(missing))));
        for (String cost : profile.boundary().unmodelled()) {
            components.add(unknown("unmodelled", cost, 0));
        }
        return components;
    }

    private static EnergyComponent component(PricedCount priced) {
        return component(
                priced.key(),
                priced.label(),
                Math.round(priced.count()),
                priced.energy().figure(),
                priced.count());
    }

    private static EnergyComponent component(String key, String label, long count, Figure figure, double factor) {
        return new EnergyComponent(
                key,
                label,
                count,
                OptionalDouble.of(factor * figure.value()),
                figure.kind(),
                figure.text(),
                figure.source(),
                Optional.of(Interval.of(figure).times(factor)));
    }

    private EnergyComponent runningComponent(TickSeries series) {
        String label = "running, above rest";
        OptionalDouble watts = profile.figures().power().runAboveIdle();
        if (watts.isEmpty() || series.times().seconds().length == 0) {
            return unknown(EnergyComponent.RUNNING, label, ticks);
        }
        Figure run = profile.figures().power().run().get();
        double seconds = summary.chips()
                * alike(series.times().seconds())
                * Arrays.stream(series.times().seconds()).sum();
        double rest = run.value() - watts.getAsDouble();
        Interval power = Interval.of(run);
        return new EnergyComponent(
                EnergyComponent.RUNNING,
                label,
                ticks,
                OptionalDouble.of(watts.getAsDouble() * seconds),
                run.kind(),
                run.text(),
                run.source(),
                Optional.of(new Interval(power.low() - rest, power.high() - rest).times(seconds)));
    }

    /** Dynamic energy of each tick: of its operations and its cores, or of the power at work while it lasts. */
    private double[] tickJoules(TickSeries series) {
        double[] seconds = series.times().seconds();
        if (profile.figures().power().run().isPresent()) {
            double watts = profile.figures().power().runAboveIdle().orElse(0) * summary.chips();
            return Arrays.stream(seconds).map(time -> watts * time).toArray();
        }
        double[] joules = series.joules().clone();
        double watts = profile.figures().power().core().map(Figure::value).orElse(0.0) * summary.coresUsed();
        for (int tick = 0; tick < joules.length; tick++) {
            joules[tick] += watts * (seconds.length == 0 ? tickSeconds : Math.max(seconds[tick], tickSeconds));
        }
        return joules;
    }

    /** Where the power at work is known as a whole, an error at rest is within the error at work. */
    private EnergyComponent staticComponent(double modelledSeconds) {
        if (profile.staticPower().isEmpty()) {
            return unknown(EnergyComponent.STATIC, "static power", ticks);
        }
        EnergyComponent idle = component(
                EnergyComponent.STATIC,
                "static power",
                ticks,
                profile.staticPower().get(),
                summary.chips() * modelledSeconds);
        return profile.figures().power().run().isEmpty() ? idle : idle.exact();
    }

    private static EnergyComponent unknown(String name, String label, long count) {
        return new EnergyComponent(name, label, count, OptionalDouble.empty(), null, "", "");
    }

    private OptionalDouble staticWatts() {
        return profile.staticPower()
                .map(figure -> OptionalDouble.of(figure.value() * summary.chips()))
                .orElse(OptionalDouble.empty());
    }

    /** The chip waits for the scenario: its input is sound, which arrives in real time. */
    private double modelledSeconds(TickSeries series) {
        return series.times().seconds().length == 0
                ? tickSeconds * ticks
                : alike(series.times().seconds())
                        * Arrays.stream(series.times().seconds())
                                .map(seconds -> Math.max(seconds, tickSeconds))
                                .sum();
    }

    /** Ticks that each of those that are told apart stands for. */
    private double alike(double[] ofTicks) {
        return ofTicks.length == 1 ? ticks : 1;
    }
}
