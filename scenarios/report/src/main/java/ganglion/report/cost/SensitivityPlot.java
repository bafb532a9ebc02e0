package ganglion.report.cost;

import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.estimate.FigureSweep;
import ganglion.report.chart.Axis;
import ganglion.report.chart.LinePlot;
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

    /** The plot, to stand alone or in a page; empty if no energy is known. */
    Optional<String> svg() {
        Axis across = Axis.of(sweep.pointer(), sweep.dimension(), acrossRange());
        Axis up = Axis.of("", Dimension.ENERGY, upRange());
        String title = boundary.word() + " energy of a decision";
        List<LinePlot.Series> lines = devices.stream()
                .map(this::line)
                .filter(line -> !line.marks().isEmpty())
                .toList();
        return lines.isEmpty() ? Optional.empty() : Optional.of(new LinePlot(title, across, up, lines).svg());
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

    private LinePlot.Series line(Sensitivity device) {
        return new LinePlot.Series(
                device.profile(),
                device.points().stream()
                        .filter(point -> joules(point).isPresent())
                        .map(this::mark)
                        .toList());
    }

    private LinePlot.Mark mark(Point point) {
        double joules = joules(point).getAsDouble();
        String hint = QuantityFormat.format(point.value(), sweep.dimension()) + ": "
                + QuantityFormat.format(joules, Dimension.ENERGY);
        return new LinePlot.Mark(point.value(), joules, 0, hint);
    }
}
