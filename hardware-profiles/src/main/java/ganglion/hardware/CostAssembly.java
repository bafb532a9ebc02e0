package ganglion.hardware;

import ganglion.hardware.energy.EnergyModel;
import ganglion.hardware.figure.Figure;
import ganglion.hardware.latency.TickHistogram;
import ganglion.hardware.placement.Placement;
import ganglion.hardware.profile.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Puts a result together: components, total, what is unknown, and what the numbers rest on. For one use. */
final class CostAssembly {

    private final Workload workload;
    private final HardwareProfile profile;
    private final Placement placement;
    private final PlacementSummary summary;

    CostAssembly(Workload workload, HardwareProfile profile, Placement placement) {
        this.workload = workload;
        this.profile = profile;
        this.placement = placement;
        this.summary = PlacementSummary.of(placement);
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
                summary.problems());
    }

    ChipCost cost(EnergyModel energies, TickSeries series) {
        double modelledSeconds = modelledSeconds(series);
        List<EnergyComponent> components = new ArrayList<>(dynamicComponents(energies, series));
        components.add(staticComponent(modelledSeconds));
        boolean known =
                components.stream().allMatch(component -> component.joules().isPresent());
        OptionalDouble total = known
                ? OptionalDouble.of(components.stream()
                        .mapToDouble(component -> component.joules().getAsDouble())
                        .sum())
                : OptionalDouble.empty();
        return new ChipCost(
                profile,
                summary,
                workload.clock(),
                series.totals(),
                components,
                total,
                series.joules(),
                series.seconds(),
                TickHistogram.of(series.seconds()),
                staticWatts(),
                modelledSeconds,
                overruns(series.seconds()),
                unknowns(components, series),
                CostNotes.of(workload, profile, placement, energies, series));
    }

    private List<EnergyComponent> dynamicComponents(EnergyModel energies, TickSeries series) {
        List<EnergyComponent> components = new ArrayList<>();
        energies.counted()
                .forEach((operation, energy) ->
                        components.add(component(operation, series.total(operation), energy.figure())));
        for (Operation missing : energies.missing(series::total)) {
            components.add(unknown(missing.key(), missing.label(), series.total(missing)));
        }
        for (String cost : profile.unmodelled()) {
            components.add(unknown("unmodelled", cost, 0));
        }
        return components;
    }

    private static EnergyComponent component(Operation operation, long count, Figure figure) {
        return new EnergyComponent(
                operation.key(),
                operation.label(),
                count,
                OptionalDouble.of(count * figure.value()),
                figure.kind(),
                figure.text(),
                figure.source());
    }

    private EnergyComponent staticComponent(double modelledSeconds) {
        if (profile.staticPower().isEmpty()) {
            return unknown(EnergyComponent.STATIC, "static power", workload.ticks());
        }
        Figure figure = profile.staticPower().get();
        return new EnergyComponent(
                EnergyComponent.STATIC,
                "static power",
                workload.ticks(),
                OptionalDouble.of(staticWatts().getAsDouble() * modelledSeconds),
                figure.kind(),
                figure.text(),
                figure.source());
    }

    private static EnergyComponent unknown(String name, String label, long count) {
        return new EnergyComponent(name, label, count, OptionalDouble.empty(), null, "", "");
    }

    private OptionalDouble staticWatts() {
        return profile.staticPower()
                .map(figure -> OptionalDouble.of(figure.value() * placement.chips()))
                .orElse(OptionalDouble.empty());
    }

    /** The chip waits for the scenario: input is sound, which comes no faster. */
    private double modelledSeconds(TickSeries series) {
        double tick = workload.clock().tickSeconds();
        return series.seconds().length == 0
                ? workload.clock().seconds(workload.ticks())
                : Arrays.stream(series.seconds())
                        .map(seconds -> Math.max(seconds, tick))
                        .sum();
    }

    private long overruns(double[] seconds) {
        double tick = workload.clock().tickSeconds();
        return Arrays.stream(seconds).filter(time -> time > tick).count();
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
