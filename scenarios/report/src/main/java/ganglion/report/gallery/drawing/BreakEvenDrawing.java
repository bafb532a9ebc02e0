package ganglion.report.gallery.drawing;

import ganglion.documents.quantity.Dimension;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.estimate.BreakEven;
import ganglion.report.chart.Axis;
import ganglion.report.chart.LinePlot;
import ganglion.report.chart.LinePlot.Look;
import ganglion.report.chart.LinePlot.Mark;
import ganglion.report.chart.LinePlot.Marker;
import ganglion.report.chart.LinePlot.Series;
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
public record BreakEvenDrawing(String title, Boundary boundary) implements GalleryDrawing {

    @Override
    public String svg(GalleryRuns runs) {
        Map<String, Series> series = new LinkedHashMap<>();
        List<BreakEvenLine> lines = CostedRun.of(runs.first().run()).comparison().breakEvens().stream()
                .filter(line -> line.breakEven().boundary() == boundary)
                .toList();
        for (BreakEvenLine line : lines) {
            series.putIfAbsent(
                    line.chip().profile().name(), series(line.chip().profile().name(), line, true));
        }
        for (BreakEvenLine line : lines) {
            String name = line.conventional().profile().name() + ", "
                    + line.conventional().computation().label();
            series.putIfAbsent(name, series(name, line, false));
        }
        if (series.isEmpty()) {
            throw new IllegalArgumentException("found no chip to compare with a conventional device under the boundary "
                    + boundary.word() + ", expected one");
        }
        Marker run = new Marker(lines.get(0).breakEven().runSpikesPerNeuronSecond(), "this run");
        return new LinePlot(
                        title,
                        Axis.of("spikes per neuron and second", Dimension.FREQUENCY, Axis.Range.LOGARITHMIC),
                        Axis.of("", Dimension.POWER, Axis.Range.LOGARITHMIC),
                        List.copyOf(series.values()),
                        List.of(run))
                .svg();
    }

    private static Series series(String name, BreakEvenLine line, boolean ofChip) {
        List<Mark> marks = line.breakEven().curve().stream()
                .map(point -> new Mark(point.spikesPerNeuronSecond(), watts(point, ofChip), 0))
                .toList();
        return new Series(name, marks, Look.LINE);
    }

    private static double watts(BreakEven.Point point, boolean ofChip) {
        return ofChip ? point.chipWatts() : point.conventionalWatts();
    }
}
