package ganglion.gallery;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import ganglion.documents.quantity.Dimension;
import ganglion.gallery.GalleryRuns.Kept;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.estimate.BreakEven;
import ganglion.hardware.estimate.DecisionEstimate;
import ganglion.hardware.figure.Interval;
import ganglion.kernel.PlasticWeights;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.NeuronValues;
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
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;

/** Something that a picture draws of the runs of a scenario. In a plan, an object with one key says which, and has its components as keys. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
@JsonSubTypes({
    @Type(name = "spikes", value = SpikesDrawing.class),
    @Type(name = "curve", value = GalleryDrawing.CurveDrawing.class),
    @Type(name = "map", value = MapDrawing.class),
    @Type(name = "membrane", value = MembraneDrawing.class),
    @Type(name = "weight-change", value = GalleryDrawing.WeightChangeDrawing.class),
    @Type(name = "sweep", value = GalleryDrawing.SweepDrawing.class),
    @Type(name = "break-even", value = GalleryDrawing.BreakEvenDrawing.class),
    @Type(name = "decisions", value = GalleryDrawing.DecisionsDrawing.class),
    @Type(name = "energies", value = GalleryDrawing.EnergiesDrawing.class)
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
     * The energy of a decision on each device that keeps pace, the least active one on top, with its interval.
     *
     * @param title what is drawn
     */
    record EnergiesDrawing(@JsonProperty(required = true) String title) implements GalleryDrawing {

        private static final int ROW_HEIGHT = 24;
        /** The factor by which the axis reaches beyond the intervals. */
        private static final double ROOM = 1.5;

        @Override
        public String svg(GalleryRuns runs) {
            List<DecisionEstimate> upwards =
                    new ArrayList<>(CostedRun.of(runs.first().run())
                            .comparison()
                            .ranking(Boundary.ACTIVE)
                            .ranked());
            if (upwards.isEmpty()) {
                throw new IllegalArgumentException("found no device that keeps pace, expected one");
            }
            Collections.reverse(upwards);
            List<String> names = upwards.stream()
                    .map(estimate -> estimate.profile().name() + ", "
                            + estimate.computation().word())
                    .toList();
            Map<Boundary, List<Mark>> series = new LinkedHashMap<>();
            for (Boundary boundary : List.of(Boundary.MARGINAL, Boundary.ACTIVE)) {
                List<Mark> marks = new ArrayList<>();
                for (DecisionEstimate estimate : upwards) {
                    double joules = estimate.energy(boundary).joules().orElse(Double.NaN);
                    Optional<Interval> interval = estimate.interval(boundary);
                    marks.add(new Mark(joules, marks.size())
                            .spread(
                                    interval.map(Interval::low).orElse(joules),
                                    interval.map(Interval::high).orElse(joules)));
                }
                series.put(boundary, marks);
            }
            double[] ends = series.values().stream()
                    .flatMap(List::stream)
                    .flatMapToDouble(mark ->
                            DoubleStream.of(mark.across().low(), mark.across().high()))
                    .filter(joules -> joules > 0)
                    .sorted()
                    .toArray();
            Axis energy = Axis.of("", Dimension.ENERGY, Axis.Range.LOGARITHMIC);
            Chart chart = new Chart(
                            title,
                            ends.length == 0 ? energy : energy.within(ends[0] / ROOM, ends[ends.length - 1] * ROOM),
                            Axis.ofNames("", names))
                    .size(WIDTH, ROW_HEIGHT * names.size());
            series.forEach((boundary, marks) ->
                    chart.series(boundary.label(), boundary == Boundary.MARGINAL ? Look.SQUARES : Look.DOTS, marks));
            return chart.svg();
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

    /**
     * The window of spike-timing dependent plasticity: for each synapse whose source and target fire once, how much its weight changed, over
     * the time between both spikes as they meet at the synapse.
     *
     * @param title what is drawn
     * @param from source of a plastic projection
     * @param to its target
     */
    record WeightChangeDrawing(
            @JsonProperty(required = true) String title,
            @JsonProperty(required = true) String from,
            @JsonProperty(required = true) String to)
            implements GalleryDrawing {

        private static final double MILLISECONDS = 1e3;

        @Override
        public String svg(GalleryRuns runs) {
            Kept kept = runs.first();
            PlasticWeights weights = kept.run().result().weights().stream()
                    .filter(each -> isMeant(projection(kept, each)))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "found no plastic projection from " + from + " to " + to + ", expected one"));
            Projection projection = projection(kept, weights);
            List<Mark> pairs = pairs(kept, projection, weights.byPosition());
            if (pairs.isEmpty()) {
                throw new IllegalArgumentException("found no synapse from " + from + " to " + to
                        + " whose source and target fire once, expected at least one");
            }
            Axis across = Axis.ofNumbers(
                    "spike of the target at the synapse (with the delay) minus that of the source (ms)",
                    Axis.Range.TIGHT);
            return new Chart(title, across, Axis.ofNumbers("", Axis.Range.FROM_ZERO))
                    .size(WIDTH, HEIGHT)
                    .rule(true, 0, "")
                    .series("", Look.DOTS, pairs)
                    .svg();
        }

        private static Projection projection(Kept kept, PlasticWeights weights) {
            return kept.run().network().projection(weights.projection());
        }

        private boolean isMeant(Projection projection) {
            return projection.source().equals(from) && projection.target().equals(to);
        }

        private List<Mark> pairs(Kept kept, Projection projection, double[] after) {
            SpikeRaster sources = kept.run().result().spikes().get(kept.population(from));
            SpikeRaster targets = kept.run().result().spikes().get(kept.population(to));
            long[] fired = onlySpikes(sources);
            long[] reached = onlySpikes(targets);
            double milliseconds = kept.run().clock().tickSeconds() * MILLISECONDS;
            Synapses synapses = projection.synapses();
            List<Mark> pairs = new ArrayList<>();
            for (int source = 0; source < synapses.sourceSize(); source++) {
                for (int i = 0; i < synapses.outDegree(source); i++) {
                    int target = synapses.target(source, i);
                    if (fired[source] >= 0 && reached[target] >= 0) {
                        // the delay is dendritic: the target's spike comes to the synapse later
                        long ticks = reached[target] + synapses.delayTicks(source, i) - fired[source];
                        int position = Math.toIntExact(synapses.firstPosition(source) + i);
                        pairs.add(new Mark(ticks * milliseconds, after[position] - synapses.weight(source, i)));
                    }
                }
            }
            return pairs;
        }

        /** The tick of the only spike of each neuron; -1 for none or several. */
        private static long[] onlySpikes(SpikeRaster raster) {
            int[] counts = raster.countsByNeuron(0, Long.MAX_VALUE);
            long[] ticks = new long[raster.neuronCount()];
            Arrays.fill(ticks, -1);
            for (int i = 0; i < raster.size(); i++) {
                if (counts[raster.neuron(i)] == 1) {
                    ticks[raster.neuron(i)] = raster.tick(i);
                }
            }
            return ticks;
        }
    }

    /**
     * The rate of each neuron of some populations as a curve.
     *
     * @param title what is drawn
     * @param populations a curve each
     * @param across what the neurons differ in
     */
    record CurveDrawing(@JsonProperty(required = true) String title, List<String> populations, Across across)
            implements GalleryDrawing {

        /** Refuses a curve of nothing; numbers neurons if nothing else is said. */
        public CurveDrawing {
            MembraneDrawing.checkSome(populations);
            across = across == null ? Across.NUMBERS : across;
        }

        @Override
        public String svg(GalleryRuns runs) {
            Kept kept = runs.first();
            Chart chart = new Chart(title, across.axis(), Axis.of("", Dimension.FREQUENCY, Axis.Range.FROM_ZERO))
                    .size(WIDTH, HEIGHT);
            for (String population : populations) {
                chart.series(populations.size() == 1 ? "" : population, Look.JOINED, marks(kept, population));
            }
            return chart.svg();
        }

        private List<Mark> marks(Kept kept, String population) {
            SpikeRaster raster = kept.run().result().spikes().get(kept.population(population));
            double[] xs = across.ofNeurons(kept, population, raster.neuronCount());
            int[] counts = raster.countsByNeuron(0, kept.run().ranTicks());
            double seconds = kept.run().clock().seconds(kept.run().ranTicks());
            List<Mark> marks = new ArrayList<>();
            for (int neuron = 0; neuron < xs.length; neuron++) {
                marks.add(new Mark(xs[neuron], counts[neuron] / seconds, kept.neuronName(population, neuron)));
            }
            return marks;
        }

        /**
         * What a curve is drawn over.
         *
         * @param name of the axis, with its unit
         * @param values a value for each neuron; empty to number them, or for those of a parameter
         * @param parameter empty, or the parameter of the neurons whose values these are; only {@code bias} so far
         */
        record Across(@JsonProperty(required = true) String name, List<Double> values, String parameter) {

            /** The numbers of neurons. */
            static final Across NUMBERS = new Across("neuron", List.of(), "");

            Axis axis() {
                return Axis.ofNumbers(name, Axis.Range.TIGHT);
            }

            /** The values of the first neurons of a population, one for each. */
            double[] ofNeurons(Kept kept, String population, int neurons) {
                if (parameter.isEmpty()) {
                    return numbers(neurons);
                }
                NeuronModel model = kept.run()
                        .network()
                        .population(kept.population(population))
                        .model();
                if (!parameter.equals("bias") || model.plainLif().isEmpty()) {
                    throw new IllegalArgumentException("found the parameter \"" + parameter + "\" of " + population
                            + ", expected bias of a lif population");
                }
                NeuronValues bias = model.plainLif().get().bias();
                double[] each = new double[neurons];
                for (int i = 0; i < neurons; i++) {
                    each[i] = bias.at(i);
                }
                return each;
            }

            /** The given values, or the numbers from 0 up. */
            private double[] numbers(int count) {
                if (!values.isEmpty() && values.size() != count) {
                    throw new IllegalArgumentException("found " + values.size() + " values, expected " + count);
                }
                double[] each = new double[count];
                for (int i = 0; i < count; i++) {
                    each[i] = values.isEmpty() ? i : values.get(i);
                }
                return each;
            }
        }
    }
}
