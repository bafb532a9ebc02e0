package ganglion.gallery;

import com.fasterxml.jackson.annotation.JsonProperty;
import ganglion.documents.quantity.Dimension;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.estimate.BreakEven;
import ganglion.report.chart.Axis;
import ganglion.report.chart.Chart;
import ganglion.report.chart.Chart.Look;
import ganglion.report.chart.Chart.Mark;
import ganglion.report.result.CostedRun;
import ganglion.scenario.cost.BreakEvenLine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Power over activity: of each chip that follows spikes, and of each device that computes the same densely. Where two lines cross, both
 * take the same.
 *
 * @param title what is drawn
 * @param boundary what the powers contain
 */
record BreakEvenDrawing(@JsonProperty(required = true) String title, Boundary boundary) implements GalleryDrawing {

    @Override
    public String svg(GalleryRuns runs) {
        Map<String, List<Mark>> series = new LinkedHashMap<>();
        List<BreakEvenLine> lines = CostedRun.of(runs.first().run()).comparison().breakEvens().stream()
                .filter(line -> line.breakEven().boundary() == boundary)
                .toList();
        for (BreakEvenLine line : lines) {
            series.putIfAbsent(line.chip().profile().name(), marks(line, true));
        }
        for (BreakEvenLine line : lines) {
            String name = line.conventional().profile().name() + ", "
                    + line.conventional().computation().label();
            series.putIfAbsent(name, marks(line, false));
        }
        if (series.isEmpty()) {
            throw new IllegalArgumentException("found no chip to compare with a conventional device under the boundary "
                    + boundary.word() + ", expected one");
        }
        Chart chart = new Chart(
                title,
                Axis.of("spikes per neuron and second", Dimension.FREQUENCY, Axis.Range.LOGARITHMIC),
                Axis.of("", Dimension.POWER, Axis.Range.LOGARITHMIC));
        series.forEach((name, marks) -> chart.series(name, Look.LINE, marks));
        return chart.size(WIDTH, HEIGHT)
                .rule(true, lines.get(0).breakEven().runSpikesPerNeuronSecond(), "this run")
                .svg();
    }

    private static List<Mark> marks(BreakEvenLine line, boolean ofChip) {
        return line.breakEven().curve().stream()
                .map(point -> new Mark(point.spikesPerNeuronSecond(), watts(point, ofChip)))
                .toList();
    }

    private static double watts(BreakEven.Point point, boolean ofChip) {
        return ofChip ? point.chipWatts() : point.conventionalWatts();
    }
}
