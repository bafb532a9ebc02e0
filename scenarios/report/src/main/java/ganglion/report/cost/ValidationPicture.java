package ganglion.report.cost;

import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.validation.RatioStatistics;
import ganglion.hardware.validation.RatioText;
import ganglion.hardware.validation.ValidationCase;
import ganglion.hardware.validation.ValidationResult;
import ganglion.hardware.validation.ValidationResult.DeviceValidation;
import ganglion.hardware.validation.ValidationResult.JudgedCase;
import ganglion.report.chart.Axis;
import ganglion.report.chart.Chart;
import ganglion.report.chart.Chart.Look;
import ganglion.report.chart.Chart.Mark;
import ganglion.report.chart.ChartSheet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * The picture of {@code docs/validation.md}: every published measurement beside our estimate, in a square with logarithmic axes for each
 * dimension, and below the ratios of each device on a line of its own. The shaded band is where both agree within a quarter.
 */
public final class ValidationPicture {

    private static final int SIDE = 190;
    private static final int WIDTH = 700;
    private static final int ROW_HEIGHT = 18;
    private static final double BAND = RatioStatistics.QUARTER;
    /** The widest ratio that is drawn in its place; what is further off is drawn at the edge. */
    private static final double WIDEST = 10;

    private ValidationPicture() {}

    /** What a measurement is to its estimate. */
    private enum Kind {
        FIT("fits"),
        INSIDE("held out, inside their interval"),
        OUTSIDE("held out, outside");

        private final String meaning;

        Kind(String meaning) {
            this.meaning = meaning;
        }

        static Kind of(JudgedCase judged) {
            return !judged.found().isHeldOut() ? FIT : judged.isInside() ? INSIDE : OUTSIDE;
        }
    }

    /** The picture as SVG. */
    public static String svg(ValidationResult validation) {
        Map<Dimension, List<JudgedCase>> byDimension = validation.devices().stream()
                .flatMap(device -> device.cases().stream())
                .collect(Collectors.groupingBy(
                        judged -> judged.found().measured().dimension(), TreeMap::new, Collectors.toList()));
        List<Chart> squares = new ArrayList<>();
        byDimension.forEach((dimension, cases) -> squares.add(square(dimension, cases)));
        return new ChartSheet("", List.of(squares, List.of(ratios(validation.devices())))).svg();
    }

    private static Chart square(Dimension dimension, List<JudgedCase> cases) {
        double[] ends = cases.stream()
                .flatMapToDouble(each -> {
                    double factor = each.factor().orElse(1);
                    double estimate = each.found().estimate();
                    return DoubleStream.of(each.found().measured().value(), estimate / factor, estimate * factor);
                })
                .sorted()
                .toArray();
        double from = ends[0] / 2;
        double until = ends[ends.length - 1] * 2;
        double[] corners = {from, from * BAND, until / BAND, until};
        Chart chart = new Chart(
                        "estimate, " + dimension.name().toLowerCase(Locale.ROOT),
                        Axis.of("measured", dimension, Axis.Range.LOGARITHMIC).within(from, until),
                        Axis.of("", dimension, Axis.Range.LOGARITHMIC).within(from, until))
                .size(SIDE, SIDE)
                .band(
                        corners,
                        Arrays.stream(corners)
                                .map(x -> Math.max(from, x / BAND))
                                .toArray(),
                        Arrays.stream(corners)
                                .map(x -> Math.min(until, x * BAND))
                                .toArray());
        for (Kind kind : Kind.values()) {
            List<Mark> marks = cases.stream()
                    .filter(each -> Kind.of(each) == kind)
                    .map(each -> mark(each, dimension))
                    .toList();
            add(chart, kind, "", marks);
        }
        return chart;
    }

    private static Mark mark(JudgedCase each, Dimension dimension) {
        double estimate = each.found().estimate();
        Mark mark = new Mark(each.found().measured().value(), estimate, hint(each, dimension));
        return each.factor().isPresent()
                ? mark.between(
                        estimate / each.factor().getAsDouble(),
                        estimate * each.factor().getAsDouble())
                : mark;
    }

    private static String hint(JudgedCase judged, Dimension dimension) {
        ValidationCase found = judged.found();
        return found.name() + ": " + QuantityFormat.format(found.estimate(), dimension) + " against " + found.measured()
                + ", ratio " + RatioText.of(found.ratio());
    }

    private static void add(Chart chart, Kind kind, String name, List<Mark> marks) {
        if (kind == Kind.FIT) {
            chart.greySeries(name, Look.DOTS, marks);
        } else {
            chart.series(name, Look.DOTS, marks);
        }
    }

    private static Chart ratios(List<DeviceValidation> devices) {
        List<DeviceValidation> upwards = new ArrayList<>(devices);
        Collections.reverse(upwards);
        int rows = upwards.size();
        Chart chart = new Chart(
                        "estimate divided by measurement, by device; grades and bars are those of active energies",
                        Axis.ofNumbers("", Axis.Range.LOGARITHMIC).within(1 / WIDEST, WIDEST),
                        Axis.ofNames(
                                "",
                                upwards.stream()
                                        .map(device -> device.profile().name() + " ("
                                                + device.reliability()
                                                        .get(Boundary.ACTIVE)
                                                        .grade() + ")")
                                        .toList()))
                .size(WIDTH, ROW_HEIGHT * rows)
                .band(new double[] {1 / BAND, BAND}, new double[] {-0.5, -0.5}, new double[] {rows - 0.5, rows - 0.5})
                .rule(true, 1, "");
        List<Mark> intervals = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            double factor = Math.min(
                    WIDEST,
                    upwards.get(row).reliability().get(Boundary.ACTIVE).factor().orElse(1));
            if (factor > 1) {
                intervals.add(new Mark(Double.NaN, row).spread(1 / factor, factor));
            }
        }
        chart.greySeries("", Look.DOTS, intervals);
        for (Kind kind : Kind.values()) {
            List<Mark> marks = new ArrayList<>();
            for (int row = 0; row < rows; row++) {
                for (JudgedCase each : upwards.get(row).cases()) {
                    if (Kind.of(each) == kind) {
                        double ratio = Math.max(
                                1 / WIDEST, Math.min(WIDEST, each.found().ratio()));
                        marks.add(new Mark(
                                ratio, row, hint(each, each.found().measured().dimension())));
                    }
                }
            }
            add(chart, kind, kind.meaning, marks);
        }
        return chart;
    }
}
