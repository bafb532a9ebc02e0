package ganglion.gallery;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import ganglion.documents.quantity.Dimension;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.estimate.BreakEven;
import ganglion.report.chart.Axis;
import ganglion.report.chart.Chart;
import ganglion.report.chart.Chart.Look;
import ganglion.report.chart.Chart.Mark;
import ganglion.report.chart.ConfusionChart;
import ganglion.report.result.CostedRun;
import ganglion.report.suite.StudyPlot;
import ganglion.report.suite.StudyTable;
import ganglion.scenario.cost.BreakEvenLine;
import ganglion.scenario.result.Decision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Something that a picture draws of the runs of a scenario. In a plan, an object with one key says which, and has its components as keys. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
@JsonSubTypes({
    @Type(name = "spikes", value = SpikesDrawing.class),
    @Type(name = "curve", value = CurveDrawing.class),
    @Type(name = "map", value = MapDrawing.class),
    @Type(name = "membrane", value = MembraneDrawing.class),
    @Type(name = "weight-change", value = WeightChangeDrawing.class),
    @Type(name = "sweep", value = GalleryDrawing.SweepDrawing.class),
    @Type(name = "break-even", value = GalleryDrawing.BreakEvenDrawing.class),
    @Type(name = "decisions", value = GalleryDrawing.DecisionsDrawing.class)
})
interface GalleryDrawing {

    /** Width of a picture between its axes, in pixels. */
    int WIDTH = 520;

    /** Height of most pictures between their axes, in pixels. */
    int HEIGHT = 220;

    /**
     * The picture as an SVG file.
     *
     * @throws IllegalArgumentException saying what was found and what was expected, if the runs do not have what it draws
     */
    String svg(GalleryRuns runs);

    /** Whether it draws more than the first run of a sweep. */
    default boolean drawsAllRuns() {
        return false;
    }

    /**
     * A figure of a sweep over its longest axis.
     *
     * @param figure name of its column in {@code sweep.csv}
     */
    record SweepDrawing(@JsonProperty(required = true) String figure) implements GalleryDrawing {

        @Override
        public String svg(GalleryRuns runs) {
            return StudyPlot.svg(new StudyTable(runs.result()), figure);
        }
    }

    /**
     * Decisions by class: which clip of which class was taken for what.
     *
     * @param title what is drawn
     */
    record DecisionsDrawing(@JsonProperty(required = true) String title) implements GalleryDrawing {

        private static final String NOTHING = "nothing";

        @Override
        public String svg(GalleryRuns runs) {
            Set<String> names = new LinkedHashSet<>();
            List<Decision> decisions = runs.first().run().decisions();
            if (decisions.isEmpty()) {
                throw new IllegalArgumentException("found no decisions, expected the key decision in the scenario");
            }
            decisions.forEach(decision -> names.add(name(decision.label())));
            decisions.forEach(decision -> names.add(name(decision.winner())));
            List<String> all = new ArrayList<>(names);
            int[][] counts = new int[all.size()][all.size()];
            decisions.forEach(
                    decision -> counts[all.indexOf(name(decision.label()))][all.indexOf(name(decision.winner()))]++);
            return ConfusionChart.of(title, all, counts).svg();
        }

        private static String name(String text) {
            return text.isEmpty() ? NOTHING : text;
        }
    }

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
                throw new IllegalArgumentException(
                        "found no chip to compare with a conventional device under the boundary " + boundary.word()
                                + ", expected one");
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
}
