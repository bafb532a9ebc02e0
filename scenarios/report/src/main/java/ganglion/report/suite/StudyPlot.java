package ganglion.report.suite;

import ganglion.documents.Suggestions;
import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.Quantity;
import ganglion.report.chart.Axis;
import ganglion.report.chart.Chart;
import ganglion.report.chart.Chart.Cell;
import ganglion.report.chart.Chart.Look;
import ganglion.report.chart.Chart.Mark;
import ganglion.scenario.suite.StudyPoint;
import ganglion.scenario.suite.StudyPoint.Statistics;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * Drawings of figures over the points of a sweep, as SVG: along the axis with most values, with one line per combination of the
 * other settings, and a bar of one standard deviation to each side if runs were repeated. Over two axes of some values each, as a
 * map, too.
 */
public final class StudyPlot {

    /** Two lines say more than a map of two rows. */
    private static final int FEWEST_OF_A_MAP = 3;

    private static final int MOST_OF_A_MAP = 24;
    private static final int CELL_WIDTH = 60;
    private static final int CELL_HEIGHT = 30;
    private static final double PALEST = 0.08;

    private final StudyTable table;

    /** The axes that vary, with their values: numbers from small to large, others in the order of the sweep. */
    private final Map<String, List<SweepSetting>> axes = new LinkedHashMap<>();

    private final Optional<String> axis;

    StudyPlot(StudyTable table) {
        this.table = table;
        for (String pointer : table.axes().keySet()) {
            List<SweepSetting> values = values(pointer);
            if (values.size() > 1) {
                axes.put(pointer, values);
            }
        }
        this.axis = axes.keySet().stream()
                .filter(pointer -> dimension(pointer).isPresent())
                .reduce((one, other) -> axes.get(other).size() > axes.get(one).size() ? other : one);
    }

    private List<SweepSetting> values(String pointer) {
        List<SweepSetting> values = table.points().stream()
                .map(point -> table.setting(point.settings(), pointer))
                .distinct()
                .toList();
        return dimensionOf(values).isEmpty()
                ? values
                : values.stream()
                        .sorted(Comparator.comparingDouble(
                                value -> value.number().orElseThrow().value()))
                        .toList();
    }

    /** What an axis of numbers measures; empty if it has any other value. */
    private Optional<Dimension> dimension(String pointer) {
        return dimensionOf(axes.get(pointer));
    }

    private static Optional<Dimension> dimensionOf(List<SweepSetting> values) {
        List<Optional<Dimension>> dimensions = values.stream()
                .map(value -> value.number().map(Quantity::dimension))
                .distinct()
                .toList();
        return dimensions.size() == 1 ? dimensions.get(0) : Optional.empty();
    }

    /** The drawings of a figure; none if there is no axis, or the figure is level at all points. */
    String of(String figure) {
        return varies(figure) ? map(figure).orElse("") + lines(figure).orElse("") : "";
    }

    private boolean varies(String figure) {
        DoubleSummaryStatistics values = table.points().stream()
                .map(point -> point.figures().get(figure))
                .filter(Objects::nonNull)
                .flatMapToDouble(statistics -> DoubleStream.of(statistics.lowest(), statistics.highest()))
                .summaryStatistics();
        return values.getCount() > 0 && !Axis.isLevel(values.getMin(), values.getMax());
    }

    /**
     * A figure over the longest axis, as an SVG file.
     *
     * @throws IllegalArgumentException if the sweep has no such figure, no axis of numbers, or too many lines
     */
    public static String svg(StudyTable table, String figure) {
        if (!table.figures().contains(figure)) {
            throw new IllegalArgumentException(
                    "found the figure \"" + figure + '"' + Suggestions.expected("one of", figure, table.figures()));
        }
        return new StudyPlot(table)
                .plot(figure)
                .orElseThrow(() -> new IllegalArgumentException(
                        "found no axis of numbers, or too many lines, to draw " + figure + " over"))
                .svg();
    }

    private Optional<String> lines(String figure) {
        return plot(figure).map(Chart::figure);
    }

    private Optional<Chart> plot(String figure) {
        if (axis.isEmpty()
                || !Chart.tellsApart(
                        table.points().stream().map(this::others).distinct().count())) {
            return Optional.empty();
        }
        String name = table.axes().get(axis.get());
        Dimension dimension = dimension(axis.get()).orElseThrow();
        Axis across = dimension == Dimension.COUNT
                ? Axis.ofNumbers(name, Axis.Range.TIGHT)
                : Axis.of(name, dimension, Axis.Range.TIGHT);
        Chart chart = new Chart(
                SweepFigure.of(figure).name(), across, SweepFigure.of(figure).axis(Axis.Range.READABLE));
        series(figure).forEach((line, marks) -> chart.series(line, Look.JOINED, marks));
        return Optional.of(chart);
    }

    private Map<String, List<Mark>> series(String figure) {
        Map<String, List<Mark>> series = new LinkedHashMap<>();
        for (StudyPoint point : table.points()) {
            Statistics y = point.figures().get(figure);
            if (y != null) {
                series.computeIfAbsent(others(point), key -> new ArrayList<>())
                        .add(mark(point, y, hint(figure, point, y)));
            }
        }
        series.values().forEach(marks -> marks.sort((one, other) -> Double.compare(one.x(), other.x())));
        return series;
    }

    private Mark mark(StudyPoint point, Statistics y, String hint) {
        Mark mark = new Mark(x(point), y.mean(), hint);
        return y.deviation() > 0 ? mark.between(y.mean() - y.deviation(), y.mean() + y.deviation()) : mark;
    }

    private String others(StudyPoint point) {
        return axes.keySet().stream()
                .filter(pointer -> !pointer.equals(axis.orElseThrow()))
                .map(pointer -> named(point, pointer))
                .collect(Collectors.joining(", "));
    }

    private String named(StudyPoint point, String pointer) {
        return table.axes().get(pointer) + " "
                + table.setting(point.settings(), pointer).text();
    }

    private String hint(String figure, StudyPoint point, Statistics value) {
        return axes.keySet().stream().map(pointer -> named(point, pointer)).collect(Collectors.joining(", ")) + ": "
                + SweepFigure.of(figure).text(value)
                + (point.isAsExpected() ? "" : "; " + point.held() + " of " + point.expected() + " expectations hold");
    }

    private double x(StudyPoint point) {
        return table.setting(point.settings(), axis.orElseThrow())
                .number()
                .orElseThrow()
                .value();
    }

    /** The figure over two axes. */
    private Optional<String> map(String figure) {
        if (axes.size() != 2
                || axes.values().stream()
                        .anyMatch(values -> values.size() < FEWEST_OF_A_MAP || values.size() > MOST_OF_A_MAP)) {
            return Optional.empty();
        }
        List<String> both = List.copyOf(axes.keySet());
        String across = axes.get(both.get(1)).size() > axes.get(both.get(0)).size() ? both.get(1) : both.get(0);
        String up = across.equals(both.get(0)) ? both.get(1) : both.get(0);
        Map<List<SweepSetting>, StudyPoint> points = table.points().stream()
                .collect(Collectors.toMap(
                        point -> List.of(table.setting(point.settings(), up), table.setting(point.settings(), across)),
                        point -> point,
                        (one, other) -> one));
        if (points.size() < axes.get(up).size() * axes.get(across).size()) {
            return Optional.empty(); // a list of points is no grid
        }
        return Optional.of(heatMap(figure, across, up, points));
    }

    /** From the lowest value (pale) to the highest (strong), with the values in the cells. */
    private String heatMap(String figure, String across, String up, Map<List<SweepSetting>, StudyPoint> points) {
        SweepFigure name = SweepFigure.of(figure);
        DoubleSummaryStatistics all = points.values().stream()
                .map(point -> point.figures().get(figure))
                .filter(Objects::nonNull)
                .mapToDouble(Statistics::mean)
                .summaryStatistics();
        List<SweepSetting> columns = axes.get(across);
        List<SweepSetting> rows = axes.get(up);
        List<Cell> cells = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < columns.size(); column++) {
                StudyPoint point = points.get(List.of(rows.get(row), columns.get(column)));
                Statistics value = point.figures().get(figure);
                cells.add(
                        value == null
                                ? Cell.at(column, row, 0, "-", "", false)
                                : Cell.at(
                                        column,
                                        row,
                                        shade(value.mean(), all),
                                        name.axis(Axis.Range.TIGHT).textAmong(value.mean(), all.getMin(), all.getMax()),
                                        hint(figure, point, value),
                                        !point.isAsExpected()));
            }
        }
        return new Chart(
                        name.name(),
                        Axis.ofNames(
                                table.axes().get(across),
                                columns.stream().map(SweepSetting::text).toList()),
                        Axis.ofNames(
                                table.axes().get(up),
                                rows.stream().map(SweepSetting::text).toList()))
                .size(Math.max(380, CELL_WIDTH * columns.size()), CELL_HEIGHT * rows.size())
                .cells(cells)
                .figure();
    }

    /** The lightest cell is not white, so that it shows. */
    private static double shade(double value, DoubleSummaryStatistics all) {
        double range = all.getMax() - all.getMin();
        return PALEST + (range > 0 ? (1 - PALEST) * (value - all.getMin()) / range : 0);
    }
}
