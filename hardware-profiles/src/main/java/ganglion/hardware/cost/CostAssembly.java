package ganglion.hardware.cost;

import ganglion.hardware.activity.MemoryWords;
import ganglion.hardware.chip.Execution;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.cost.TickSeries.PricedCount;
import ganglion.hardware.figure.Figure;
import ganglion.hardware.figure.Interval;
import ganglion.hardware.latency.TickHistogram;
import ganglion.hardware.placement.Placement;
import ganglion.hardware.placement.PlacementSummary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Assembles a result: components, total, unknown figures and notes. For one use. */
final class CostAssembly {

    private final Workload workload;
    private final CostRequest request;
    private final HardwareProfile profile;
    private final Placement placement;
    private final PlacementSummary summary;
    private final double tickSeconds;

    CostAssembly(Workload workload, CostRequest request, Placement placement) {
        this.workload = workload;
        this.request = request;
        this.profile = request.profile();
        this.placement = placement;
        this.summary = PlacementSummary.of(placement);
        this.tickSeconds = SpikingRun.chipTickSeconds(workload, profile);
    }

    /** The result of a network that does not fit. */
    ChipCost refused() {
        return new ChipCost(
                profile,
                summary,
                workload.clock(),
                Map.of(),
                List.of(),
                OptionalDouble.empty(),
                new double[0],
                new double[0],
                TickHistogram.of(new double[0]),
                OptionalDouble.empty(),
                0,
                0,
                List.of(),
                summary.problems(),
                CostDetails.none(workload.clock().tickSeconds()));
    }

    ChipCost cost(EnergyModel energies, TickSeries series) {
        double modelledSeconds = modelledSeconds(series);
        List<EnergyComponent> components = new ArrayList<>(dynamicComponents(energies, series));
        if (profile.countsStaticPower() && !profile.isAllIn()) {
            components.add(staticComponent(modelledSeconds));
        }
        OptionalDouble total = OptionalDouble.of(components.stream()
                .mapToDouble(component -> component.joules().orElse(Double.NaN))
                .sum());
        boolean known = !Double.isNaN(total.getAsDouble());
        return new ChipCost(
                profile,
                summary,
                workload.clock(),
                series.totals(),
                components,
                known ? total : OptionalDouble.empty(),
                tickJoules(series),
                series.seconds(),
                TickHistogram.of(series.seconds()),
                staticWatts(),
                modelledSeconds,
                series.overrunTicks(),
                unknowns(components, series),
                CostNotes.of(workload, request, placement, energies, series),
                details(components, known, series));
    }

    private CostDetails details(List<EnergyComponent> components, boolean known, TickSeries series) {
        Interval sum = components.stream()
                .flatMap(component -> component.interval().stream())
                .reduce(Interval.exactly(0), Interval::plus);
        Optional<Interval> interval = sum.isExact() ? Optional.empty() : Optional.of(sum);
        return new CostDetails(
                known ? interval : Optional.empty(),
                interval,
                series.overruns(),
                series.spikeLatency(),
                tickSeconds,
                series.unknownTimes(),
                profile.execution() == Execution.DENSE ? MemoryWords.NONE : MemoryWords.of(series::total),
                Optional.empty());
    }

    private List<EnergyComponent> dynamicComponents(EnergyModel energies, TickSeries series) {
        List<EnergyComponent> components = new ArrayList<>();
        if (profile.power().run().isPresent()) {
            components.add(runningComponent(series));
            return components;
        }
        series.priced().forEach(priced -> components.add(component(priced)));
        for (Operation missing : energies.missing(series::total)) {
            components.add(unknown(missing.key(), missing.label(), series.total(missing)));
        }
        for (String cost : profile.unmodelled()) {
            components.add(unknown("unmodelled", cost, 0));
        }
        return components;
    }

    private static EnergyComponent component(PricedCount priced) {
        return component(
                priced.key(), priced.label(), priced.count(), priced.energy().figure(), priced.count());
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
        OptionalDouble watts = profile.power().runAboveIdle();
        if (watts.isEmpty() || series.seconds().length == 0) {
            return unknown(EnergyComponent.RUNNING, label, workload.ticks());
        }
        Figure run = profile.power().run().get();
        double seconds = placement.chips() * Arrays.stream(series.seconds()).sum();
        double rest = run.value() - watts.getAsDouble();
        Interval power = Interval.of(run);
        return new EnergyComponent(
                EnergyComponent.RUNNING,
                label,
                workload.ticks(),
                OptionalDouble.of(watts.getAsDouble() * seconds),
                run.kind(),
                run.text(),
                run.source(),
                Optional.of(new Interval(power.low() - rest, power.high() - rest).times(seconds)));
    }

    /** Dynamic energy of each tick: of its operations, or of the power at work while it lasts. */
    private double[] tickJoules(TickSeries series) {
        double watts = profile.power().runAboveIdle().orElse(0) * placement.chips();
        return profile.power().run().isEmpty()
                ? series.joules()
                : Arrays.stream(series.seconds())
                        .map(seconds -> watts * seconds)
                        .toArray();
    }

    /** Where the power at work is known as a whole, an error at rest is within the error at work. */
    private EnergyComponent staticComponent(double modelledSeconds) {
        if (profile.staticPower().isEmpty()) {
            return unknown(EnergyComponent.STATIC, "static power", workload.ticks());
        }
        EnergyComponent idle = component(
                EnergyComponent.STATIC,
                "static power",
                workload.ticks(),
                profile.staticPower().get(),
                placement.chips() * modelledSeconds);
        return profile.power().run().isEmpty() ? idle : idle.exact();
    }

    private static EnergyComponent unknown(String name, String label, long count) {
        return new EnergyComponent(name, label, count, OptionalDouble.empty(), null, "", "");
    }

    private OptionalDouble staticWatts() {
        return profile.staticPower()
                .map(figure -> OptionalDouble.of(figure.value() * placement.chips()))
                .orElse(OptionalDouble.empty());
    }

    /** The chip waits for the scenario: its input is sound, which arrives in real time. */
    private double modelledSeconds(TickSeries series) {
        return series.seconds().length == 0
                ? tickSeconds * workload.ticks()
                : Arrays.stream(series.seconds())
                        .map(seconds -> Math.max(seconds, tickSeconds))
                        .sum();
    }

    private static List<String> unknowns(List<EnergyComponent> components, TickSeries series) {
        List<String> unknowns = new ArrayList<>();
        for (EnergyComponent component : components) {
            if (component.joules().isEmpty()) {
                unknowns.add("energy of " + component.label());
            }
        }
        unknowns.addAll(series.unknownTimes());
        return unknowns;
    }
}
