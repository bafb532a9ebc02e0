package ganglion.gallery;

import com.fasterxml.jackson.annotation.JsonProperty;
import ganglion.documents.quantity.Dimension;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.estimate.DecisionEstimate;
import ganglion.report.chart.Axis;
import ganglion.report.chart.Chart;
import ganglion.report.chart.Chart.Look;
import ganglion.report.chart.Chart.Mark;
import ganglion.report.result.CostedRun;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * The energy on each device that can do the work, under each boundary, with its interval.
 *
 * @param title what is drawn
 */
record EnergiesDrawing(@JsonProperty(required = true) String title) implements GalleryDrawing {

    private static final int ROW = 17;

    @Override
    public String svg(GalleryRuns runs) {
        Map<String, DecisionEstimate> smallest = new LinkedHashMap<>();
        CostedRun.of(runs.first().run()).comparison().estimates().stream()
                .filter(DecisionEstimate::possible)
                .forEach(estimate -> smallest.putIfAbsent(name(estimate), estimate));
        smallest.values()
                .removeIf(estimate -> Arrays.stream(Boundary.values())
                        .allMatch(boundary -> mark(estimate, boundary, 0).isEmpty()));
        if (smallest.isEmpty()) {
            throw new IllegalArgumentException("found no known energy, expected a device in hardware");
        }
        List<String> names = new ArrayList<>(smallest.keySet());
        Collections.reverse(names);
        Chart chart = new Chart(title, Axis.of("", Dimension.ENERGY, Axis.Range.LOGARITHMIC), Axis.ofNames("", names))
                .size(WIDTH, ROW * names.size());
        for (Boundary boundary : Boundary.values()) {
            chart.series(
                    boundary.label(),
                    Look.DOTS,
                    IntStream.range(0, names.size())
                            .mapToObj(row -> mark(smallest.get(names.get(row)), boundary, row))
                            .flatMap(Optional::stream)
                            .toList());
        }
        return chart.svg();
    }

    private static String name(DecisionEstimate estimate) {
        return estimate.profile().name() + ", " + estimate.computation().label();
    }

    private static Optional<Mark> mark(DecisionEstimate estimate, Boundary boundary, int row) {
        OptionalDouble joules = estimate.energy(boundary).joules();
        if (joules.isEmpty() || joules.getAsDouble() <= 0) {
            return Optional.empty();
        }
        Mark mark = new Mark(joules.getAsDouble(), row);
        return Optional.of(estimate.interval(boundary)
                .map(interval -> mark.spread(interval.low(), interval.high()))
                .orElse(mark));
    }
}
