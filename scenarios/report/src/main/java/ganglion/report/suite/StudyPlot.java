package ganglion.report.suite;

import ganglion.report.chart.Axis;
import ganglion.report.chart.LinePlot;
import ganglion.report.chart.LinePlot.Mark;
import ganglion.scenario.suite.StudyPoint;
import ganglion.scenario.suite.StudyPoint.Statistics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * One figure over the points of a sweep, as SVG: along the axis with most values, with one line per combination of the
 * other settings, and a bar of one standard deviation to each side if runs were repeated.
 */
final class StudyPlot {

    private final StudyTable table;
    private final String figure;
    private final Optional<String> axis;

    StudyPlot(StudyTable table, String figure) {
        this.table = table;
        this.figure = figure;
        this.axis = table.axes().keySet().stream()
                .filter(pointer -> values(pointer) > 1)
                .reduce((one, other) -> values(other) > values(one) ? other : one);
    }

    /** Number of different values of an axis; 0 if any of them is not a number. */
    private long values(String pointer) {
        List<String> texts = table.points().stream()
                .map(point -> point.settings().getOrDefault(pointer, ""))
                .distinct()
                .toList();
        return texts.stream().allMatch(text -> number(text).isPresent()) ? texts.size() : 0;
    }

    /** The number in a JSON value. */
    private static OptionalDouble number(String json) {
        try {
            return OptionalDouble.of(Double.parseDouble(json));
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    /** The plot; absent if there is no axis, or the figure is the same at all points. */
    Optional<String> figure() {
        if (axis.isEmpty()) {
            return Optional.empty();
        }
        List<LinePlot.Series> lines = series().entrySet().stream()
                .map(line -> new LinePlot.Series(line.getKey(), line.getValue()))
                .toList();
        Axis across = Axis.ofNumbers(table.axes().get(axis.get()), Axis.Range.TIGHT);
        return new LinePlot(figure, across, Axis.ofNumbers("", Axis.Range.READABLE), lines).figure();
    }

    private Map<String, List<Mark>> series() {
        Map<String, List<Mark>> series = new LinkedHashMap<>();
        for (StudyPoint point : table.points()) {
            Statistics y = point.figures().get(figure);
            if (y != null && axis.isPresent()) {
                series.computeIfAbsent(others(point), key -> new ArrayList<>())
                        .add(new Mark(x(point), y.mean(), y.deviation()));
            }
        }
        series.values().forEach(marks -> marks.sort((one, other) -> Double.compare(one.x(), other.x())));
        return series;
    }

    private String others(StudyPoint point) {
        return point.settings().entrySet().stream()
                .filter(setting -> !setting.getKey().equals(axis.orElseThrow()))
                .map(setting -> table.axes().get(setting.getKey()) + " " + setting.getValue())
                .collect(Collectors.joining(", "));
    }

    private double x(StudyPoint point) {
        return number(point.settings().get(axis.orElseThrow())).orElseThrow();
    }
}
