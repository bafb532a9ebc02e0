package ganglion.report.gallery.drawing;

import ganglion.documents.quantity.Dimension;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.estimate.DecisionEstimate;
import ganglion.report.chart.Axis;
import ganglion.report.chart.IntervalChart;
import ganglion.report.chart.IntervalChart.Row;
import ganglion.report.chart.IntervalChart.Value;
import ganglion.report.result.CostedRun;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The energy on each device that can do the work, under each boundary, with its interval.
 *
 * @param title what is drawn
 */
public record EnergiesDrawing(String title) implements GalleryDrawing {

    @Override
    public String svg(GalleryRuns runs) {
        Map<String, DecisionEstimate> smallest = new LinkedHashMap<>();
        CostedRun.of(runs.first().run()).comparison().estimates().stream()
                .filter(DecisionEstimate::possible)
                .forEach(estimate -> smallest.putIfAbsent(name(estimate), estimate));
        List<Row> rows = smallest.entrySet().stream()
                .map(each -> new Row(
                        each.getKey(),
                        Arrays.stream(Boundary.values())
                                .map(boundary -> value(each.getValue(), boundary))
                                .toList()))
                .filter(row -> row.values().stream().anyMatch(Optional::isPresent))
                .toList();
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("found no known energy, expected a device in hardware");
        }
        List<String> kinds =
                Arrays.stream(Boundary.values()).map(Boundary::label).toList();
        Axis axis = Axis.of("", Dimension.ENERGY, Axis.Range.LOGARITHMIC);
        return new IntervalChart(title, kinds, axis, rows).svg();
    }

    private static String name(DecisionEstimate estimate) {
        return estimate.profile().name() + ", " + estimate.computation().label();
    }

    private static Optional<Value> value(DecisionEstimate estimate, Boundary boundary) {
        OptionalDouble joules = estimate.energy(boundary).joules();
        if (joules.isEmpty() || joules.getAsDouble() <= 0) {
            return Optional.empty();
        }
        double middle = joules.getAsDouble();
        return Optional.of(estimate.reliability()
                .around(middle)
                .map(interval -> new Value(middle, interval.low(), interval.high()))
                .orElse(new Value(middle, middle, middle)));
    }
}
