package ganglion.report.cost;

import ganglion.documents.quantity.Dimension;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.estimate.FigureSweep;
import ganglion.report.chart.Axis;
import ganglion.report.chart.Chart;
import ganglion.report.chart.Chart.Look;
import ganglion.report.chart.Chart.Mark;
import ganglion.report.cost.Recosting.Point;
import ganglion.report.cost.Recosting.Sensitivity;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Energy of a decision over one figure of its devices, with one line per device, all under the boundary that shows the figure best.
 * What is unknown has no mark.
 */
final class SensitivityPlot {

    /** Larger ratios of energies are drawn on a logarithmic axis. */
    private static final double LOGARITHMIC_SPAN = 20;

    private final FigureSweep sweep;
    private final List<Sensitivity> devices;
    private final Boundary boundary;

    SensitivityPlot(FigureSweep sweep, List<Sensitivity> devices) {
        this.sweep = sweep;
        this.devices = devices;
        this.boundary = boundary(sweep);
    }

    /** Static power hides what single operations take, and only the time at rest shows what rest takes. */
    private static Boundary boundary(FigureSweep sweep) {
        if (sweep.pointer().equals("/power/idle")) {
            return Boundary.ALWAYS_ON;
        }
        return sweep.dimension() == Dimension.POWER ? Boundary.ACTIVE : Boundary.MARGINAL;
    }

    /** The chart; empty if no energy is known. */
    Optional<Chart> chart() {
        Axis across = Axis.of(sweep.pointer(), sweep.dimension(), acrossRange());
        Axis up = Axis.of("", Dimension.ENERGY, upRange());
        String title = boundary.word() + " energy of a decision";
        Chart chart = new Chart(title, across, up);
        for (Sensitivity device : devices) {
            List<Mark> marks = device.points().stream()
                    .filter(point -> joules(point).isPresent())
                    .map(point -> new Mark(point.value(), joules(point).getAsDouble()))
                    .toList();
            if (!marks.isEmpty()) {
                chart.series(device.profile(), Look.JOINED, marks);
            }
        }
        return devices.stream()
                        .flatMap(device -> device.points().stream())
                        .anyMatch(point -> joules(point).isPresent())
                ? Optional.of(chart)
                : Optional.empty();
    }

    private Axis.Range acrossRange() {
        boolean positive = sweep.values().stream().allMatch(value -> value > 0);
        return positive ? Axis.Range.LOGARITHMIC : Axis.Range.TIGHT;
    }

    private Axis.Range upRange() {
        DoubleSummaryStatistics joules = devices.stream()
                .flatMap(device -> device.points().stream())
                .map(this::joules)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .summaryStatistics();
        boolean wide = joules.getMin() > 0 && joules.getMax() / joules.getMin() > LOGARITHMIC_SPAN;
        return wide ? Axis.Range.LOGARITHMIC : Axis.Range.FROM_ZERO;
    }

    private OptionalDouble joules(Point point) {
        return point.estimate().energy(boundary).joules();
    }
}
