package ganglion.report.cost;

import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.hardware.comparison.FigureSweep;
import ganglion.hardware.comparison.Recost;
import ganglion.report.chart.Axis;
import ganglion.report.chart.LinePlot;
import ganglion.report.cost.Recosting.Sensitivity;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/**
 * Energy of a run over one figure of its chips, with one line per chip. The line is dashed where the total is not known and only the
 * known energies could be added up.
 */
final class SensitivityPlot {

    /** Larger ratios of energies are drawn on a logarithmic axis. */
    private static final double LOGARITHMIC_SPAN = 20;

    private final FigureSweep sweep;
    private final List<Sensitivity> chips;

    SensitivityPlot(FigureSweep sweep, List<Sensitivity> chips) {
        this.sweep = sweep;
        this.chips = chips;
    }

    /** The plot, to stand alone or in a page. */
    String svg() {
        Axis across = Axis.of(sweep.pointer(), sweep.dimension(), acrossRange());
        Axis up = Axis.of("", Dimension.ENERGY, upRange());
        String title = "energy of the run, " + (isOfStaticPower() ? "static power included" : "static power left out");
        return new LinePlot(title, across, up, chips.stream().map(this::line).toList()).svg();
    }

    private boolean isOfStaticPower() {
        return sweep.dimension() == Dimension.POWER;
    }

    private Axis.Range acrossRange() {
        boolean positive = sweep.values().stream().allMatch(value -> value > 0);
        return positive ? Axis.Range.LOGARITHMIC : Axis.Range.TIGHT;
    }

    private Axis.Range upRange() {
        DoubleSummaryStatistics joules = chips.stream()
                .flatMap(chip -> chip.points().stream())
                .mapToDouble(this::drawn)
                .summaryStatistics();
        boolean wide = joules.getMin() > 0 && joules.getMax() / joules.getMin() > LOGARITHMIC_SPAN;
        return wide ? Axis.Range.LOGARITHMIC : Axis.Range.FROM_ZERO;
    }

    /** On most chips static power is much larger than the rest, and it does not depend on other figures. */
    private double drawn(Recost.Sensitivity point) {
        return isOfStaticPower() ? point.cost().knownJoules() : point.cost().knownDynamicJoules();
    }

    private LinePlot.Series line(Sensitivity chip) {
        boolean known = chip.points().stream()
                .allMatch(point -> point.cost().totalJoules().isPresent());
        return new LinePlot.Series(
                chip.profile() + (known ? "" : ", at least"),
                !known,
                chip.points().stream().map(this::mark).toList());
    }

    private LinePlot.Mark mark(Recost.Sensitivity point) {
        String hint = QuantityFormat.format(point.value(), sweep.dimension()) + ": "
                + point.cost().totalText();
        return new LinePlot.Mark(point.value(), drawn(point), 0, hint);
    }
}
