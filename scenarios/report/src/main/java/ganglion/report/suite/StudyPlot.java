package ganglion.report.suite;

import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.Quantity;
import ganglion.report.chart.Axis;
import ganglion.report.chart.HeatMap;
import ganglion.report.chart.LinePlot;
import ganglion.report.chart.LinePlot.Mark;
import ganglion.scenario.suite.StudyPoint;
import ganglion.scenario.suite.StudyPoint.Statistics;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
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
                .filter(statistics -> statistics != null)
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
                    "found the figure \"" + figure + "\", expected one of " + String.join(", ", table.figures()));
        }
        return new StudyPlot(table)
                .plot(figure)
                .orElseThrow(() -> new IllegalArgumentException(
                        "found no axis of numbers, or too many lines, to draw " + figure + " over"))
                .svg();
    }

    private Optional<String> lines(String figure) {
        return plot(figure).flatMap(LinePlot::figure);
    }

    private Optional<LinePlot> plot(String figure) {
        if (axis.isEmpty()
                || !LinePlot.tellsApart(
                        table.points().stream().map(this::others).distinct().count())) {
            return Optional.empty();
        }
        List<LinePlot.Series> lines = series(figure).entrySet().stream()
                .map(line -> new LinePlot.Series(line.getKey(), line.getValue()))
                .toList();
        String name = table.axes().get(axis.get());
        Dimension dimension = dimension(axis.get()).orElseThrow();
        Axis across = dimension == Dimension.COUNT
                ? Axis.ofNumbers(name, Axis.Range.TIGHT)
                : Axis.of(name, dimension, Axis.Range.TIGHT);
        return Optional.of(new LinePlot(
                SweepFigure.of(figure).name(), across, SweepFigure.of(figure).axis(Axis.Range.READABLE), lines));
    }

    private Map<String, List<Mark>> series(String figure) {
        Map<String, List<Mark>> series = new LinkedHashMap<>();
        for (StudyPoint point : table.points()) {
            Statistics y = point.figures().get(figure);
            if (y != null) {
                series.computeIfAbsent(others(point), key -> new ArrayList<>())
                        .add(new Mark(x(point), y.mean(), y.deviation(), hint(figure, point, y)));
            }
        }
        series.values().forEach(marks -> marks.sort((one, other) -> Double.compare(one.x(), other.x())));
        return series;
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
                + SweepFigure.of(figure).text(value.mean())
                + (point.runs() > 1 ? " ± " + SweepFigure.of(figure).deviation(value.deviation()) : "")
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
        List<List<HeatMap.Cell>> cells = axes.get(up).stream()
                .map(row -> axes.get(across).stream()
                        .map(column -> cell(figure, Optional.ofNullable(points.get(List.of(row, column)))))
                        .toList())
                .toList();
        return Optional.of(new HeatMap(
                        SweepFigure.of(figure).name(),
                        SweepFigure.of(figure).axis(Axis.Range.TIGHT),
                        table.axes().get(across),
                        axes.get(across).stream().map(SweepSetting::text).toList(),
                        table.axes().get(up),
                        axes.get(up).stream().map(SweepSetting::text).toList(),
                        cells)
                .figure());
    }

    private HeatMap.Cell cell(String figure, Optional<StudyPoint> point) {
        Optional<Statistics> value = point.map(it -> it.figures().get(figure));
        return new HeatMap.Cell(
                value.map(it -> OptionalDouble.of(it.mean())).orElse(OptionalDouble.empty()),
                point.isPresent() && !point.get().isAsExpected(),
                value.map(it -> hint(figure, point.get(), it)).orElse(""));
    }
}
