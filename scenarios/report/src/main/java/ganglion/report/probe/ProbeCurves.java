package ganglion.report.probe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.kernel.MembraneTrace;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.scenario.model.Probe;
import ganglion.scenario.record.WeightSamples;
import ganglion.scenario.result.Recorded;
import ganglion.scenario.result.ScenarioRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What probes saw, as curves over time for the report: potentials and currents of single neurons, rates of populations, and the
 * lowest, mean and highest weight of each plastic projection. Of more neurons or populations than can be told apart, the
 * first are drawn, and the note says so.
 */
public final class ProbeCurves {

    /** Curves of one figure: as many as there are colours of populations. */
    private static final int MOST_CURVES = 6;

    private static final String RATE = "_hz";
    private static final String BETWEEN = "mean rate from one look to the next, drawn between them";

    /** If the mean of the weights moves over less than this share of the axis, it is also drawn alone. */
    private static final double HARDLY_VISIBLE = 0.2;

    private final ScenarioRun run;
    private final ArrayNode figures = JsonNodeFactory.instance.arrayNode();

    private ProbeCurves(ScenarioRun run) {
        this.run = run;
    }

    /** Figures: {@code title}, {@code population} or null, {@code unit}, {@code note}, and the curves. */
    public static ArrayNode of(ScenarioRun run) throws IOException {
        ProbeCurves drawn = new ProbeCurves(run);
        for (MembraneTrace trace : run.result().membranes()) {
            drawn.addTrace(trace);
        }
        if (run.recorded().isPresent()) {
            Path folder = run.recorded().get().folder();
            List<Probe> probes = run.scenario().recording().probes();
            for (int number = 0; number < probes.size(); number++) {
                drawn.addProbe(probes.get(number), folder.resolve(Recorded.probeName(probes.get(number), number)));
            }
        }
        return drawn.figures;
    }

    private void addProbe(Probe probe, Path file) throws IOException {
        switch (probe.kind()) {
            case POTENTIAL -> addNeurons(probe, ProbeArrays.csv(file), "membrane potential");
            case STATE ->
                addNeurons(
                        probe,
                        ProbeArrays.csv(file),
                        probe.state().equals(NeuronModel.CURRENT) ? "synaptic current" : "state " + probe.state());
            case ACTIVITY -> addRates(ProbeArrays.csv(file));
            case WEIGHTS -> addWeights(ProbeArrays.samples(run, file));
        }
    }

    /** Single neurons of a population whose potentials are kept at every tick, and drawn as an image as well. */
    private void addTrace(MembraneTrace trace) {
        int shown = Math.min(MOST_CURVES, trace.neuronCount());
        long[] ticks = IntStream.range(0, trace.ticks()).asLongStream().toArray();
        ThinnedCurves curves = new ThinnedCurves(
                IntStream.range(0, shown)
                        .mapToObj(neuron -> neuron(trace.population(), neuron))
                        .toList(),
                ticks);
        double[] values = new double[shown];
        for (int tick = 0; tick < ticks.length; tick++) {
            for (int neuron = 0; neuron < shown; neuron++) {
                values[neuron] = trace.at(tick, neuron);
            }
            curves.add(values);
        }
        add(
                trace.population() + " · membrane potential of single neurons",
                trace.population(),
                "",
                first(shown, trace.neuronCount(), "neurons"),
                curves);
    }

    private void addNeurons(Probe probe, ProbeCsv csv, String what) throws IOException {
        int recorded = probe.neurons().length;
        int shown = Math.min(MOST_CURVES, recorded);
        long[] ticks = csv.ticks();
        ThinnedCurves curves = new ThinnedCurves(
                IntStream.range(0, shown)
                        .mapToObj(i -> neuron(probe.population(), probe.neurons()[i]))
                        .toList(),
                ticks);
        double[] drawn = new double[shown];
        try (ProbeCsv.Column column = csv.column(ProbeCsv.FIRST_VALUE + 1)) {
            for (int sample = 0; sample < ticks.length; sample++) {
                for (int i = 0; i < recorded; i++) {
                    double value = column.next();
                    if (i < shown) {
                        drawn[i] = value;
                    }
                }
                curves.add(drawn);
            }
        }
        String title = probe.population() + " · probe of the " + what;
        add(title, probe.population(), "", first(shown, recorded, "probed neurons"), curves);
    }

    private void addRates(ProbeCsv csv) throws IOException {
        List<String> columns = csv.columns();
        List<Integer> rates = IntStream.range(ProbeCsv.FIRST_VALUE, columns.size())
                .filter(place -> columns.get(place).endsWith(RATE))
                .boxed()
                .toList();
        List<Integer> shown = rates.subList(0, Math.min(MOST_CURVES, rates.size()));
        long[] ticks = csv.ticks();
        int left = startsAtOnce(ticks) ? 1 : 0;
        ThinnedCurves curves = new ThinnedCurves(
                shown.stream()
                        .map(place -> columns.get(place).replaceAll(RATE + "$", ""))
                        .toList(),
                middles(ticks, left));
        List<ProbeCsv.Column> open = new ArrayList<>();
        try {
            for (int place : shown) {
                open.add(csv.column(place));
            }
            double[] values = new double[open.size()];
            for (int sample = 0; sample < ticks.length; sample++) {
                for (int i = 0; i < values.length; i++) {
                    values[i] = open.get(i).next();
                }
                if (sample >= left) {
                    curves.add(values);
                }
            }
        } finally {
            for (ProbeCsv.Column column : open) {
                column.close();
            }
        }
        String note = first(shown.size(), rates.size(), "populations");
        add("Probe of the activity", null, "Hz", (note.isEmpty() ? "" : note + "; ") + BETWEEN, curves);
    }

    /** Whether the first rate is a mean over fewer ticks than the second; one of a look at tick 0 is over a single tick. */
    private static boolean startsAtOnce(long[] ticks) {
        return ticks.length > 1 && ticks[0] + 1 < ticks[1] - ticks[0];
    }

    /** The middle of the time over which each rate is a mean: from the look before it, or the start of the run, to its look. */
    private static long[] middles(long[] ticks, int from) {
        long[] middles = new long[ticks.length - from];
        for (int i = from; i < ticks.length; i++) {
            long before = i == 0 ? -1 : ticks[i - 1];
            middles[i - from] = (before + 1 + ticks[i]) / 2;
        }
        return middles;
    }

    private void addWeights(WeightSamples samples) throws IOException {
        long[] ticks = samples.ticks();
        for (WeightSamples.Series one : samples.series()) {
            int synapses = one.synapses();
            ThinnedCurves curves = new ThinnedCurves(List.of("lowest", "mean", "highest"), ticks);
            ThinnedCurves means = new ThinnedCurves(List.of("mean"), ticks);
            DoubleSummaryStatistics all = new DoubleSummaryStatistics();
            DoubleSummaryStatistics ofMeans = new DoubleSummaryStatistics();
            try (WeightSamples.Reader weights = samples.reader(one)) {
                for (int sample = 0; sample < ticks.length && synapses > 0; sample++) {
                    double low = Double.POSITIVE_INFINITY;
                    double high = Double.NEGATIVE_INFINITY;
                    double sum = 0;
                    for (int i = 0; i < synapses; i++) {
                        double weight = weights.next();
                        low = Math.min(low, weight);
                        high = Math.max(high, weight);
                        sum += weight;
                    }
                    curves.add(low, sum / synapses, high);
                    means.add(sum / synapses);
                    all.accept(low);
                    all.accept(high);
                    ofMeans.accept(sum / synapses);
                }
            }
            String between =
                    one.projection().source() + " → " + one.projection().target();
            String what = one.isWeights() ? "the weights" : one.name();
            String note = "of " + grouped(synapses) + (synapses == 1 ? " synapse" : " synapses");
            add(between + " · probe of " + what, null, "", note, curves);
            double spanned = ofMeans.getMax() - ofMeans.getMin();
            if (spanned > 0 && spanned < HARDLY_VISIBLE * (all.getMax() - all.getMin())) {
                add(between + " · mean of " + what, null, "", note, means);
            }
        }
    }

    private void add(String title, String population, String unit, String note, ThinnedCurves curves) {
        ObjectNode figure = figures.addObject();
        figure.put("title", title);
        figure.put("population", population);
        figure.put("unit", unit);
        figure.put("note", note);
        curves.putInto(figure);
    }

    /** With thin spaces between thousands, as everywhere in the report. */
    private static String grouped(int count) {
        return String.format(Locale.ROOT, "%,d", count).replace(',', '\u202f');
    }

    private String neuron(String population, int number) {
        String label = run.scenario().populations().stream()
                .filter(spec -> spec.name().equals(population) && !spec.labels().isEmpty())
                .map(spec -> " (" + spec.labels().get(number) + ")")
                .findAny()
                .orElse("");
        return "neuron " + number + label;
    }

    private static String first(int shown, int all, String what) {
        return shown < all ? "the first " + shown + " of " + all + " " + what : "";
    }

    /**
     * Curves over shared ticks, with few enough points to draw. Of many samples, each bin leaves its lowest and its highest value in
     * the order in which they came, so that no peak is lost.
     */
    static final class ThinnedCurves {

        /** More points than a wide screen has pixels show nothing more. */
        private static final int MOST_POINTS = 3000;

        private final List<String> names;
        private final long[] ticks;
        private final int binSamples;
        private final double[] lowest;
        private final double[] highest;
        private final int[] lowestAt;
        private final int[] highestAt;
        private final List<Long> pointTicks = new ArrayList<>();
        private final List<ArrayNode> points = new ArrayList<>();
        private int samples;

        /**
         * @param names one for each curve
         * @param ticks of the samples that will be added
         */
        ThinnedCurves(List<String> names, long[] ticks) {
            this.names = names;
            this.ticks = ticks;
            this.binSamples = ticks.length <= MOST_POINTS ? 1 : 1 + 2 * (ticks.length - 1) / MOST_POINTS;
            this.lowest = new double[names.size()];
            this.highest = new double[names.size()];
            this.lowestAt = new int[names.size()];
            this.highestAt = new int[names.size()];
            names.forEach(name -> points.add(JsonNodeFactory.instance.arrayNode()));
            begin();
        }

        private void begin() {
            Arrays.fill(lowest, Double.POSITIVE_INFINITY);
            Arrays.fill(highest, Double.NEGATIVE_INFINITY);
        }

        /** Adds the value of each curve at the next tick. */
        void add(double... values) {
            for (int c = 0; c < values.length; c++) {
                if (values[c] < lowest[c]) {
                    lowest[c] = values[c];
                    lowestAt[c] = samples;
                }
                if (values[c] > highest[c]) {
                    highest[c] = values[c];
                    highestAt[c] = samples;
                }
            }
            samples++;
            if (samples % binSamples == 0 || samples == ticks.length) {
                end((samples - 1) / binSamples * binSamples);
            }
        }

        private void end(int first) {
            pointTicks.add(ticks[first]);
            boolean two = samples - first > 1;
            if (two) {
                pointTicks.add(ticks[(first + samples) / 2]);
            }
            for (int c = 0; c < lowest.length; c++) {
                boolean rises = lowestAt[c] <= highestAt[c];
                put(points.get(c), rises ? lowest[c] : highest[c]);
                if (two) {
                    put(points.get(c), rises ? highest[c] : lowest[c]);
                }
            }
            begin();
        }

        /** Seven digits are enough for a curve. */
        private static void put(ArrayNode curve, double value) {
            if (Double.isFinite(value)) {
                curve.add((float) value);
            } else {
                curve.addNull();
            }
        }

        /** The curves: {@code ticks} of the points, and {@code curves}, each with its name and its values. */
        void putInto(ObjectNode target) {
            ArrayNode times = target.putArray("ticks");
            pointTicks.forEach(times::add);
            target.put("everyPoint", binSamples == 1);
            ArrayNode curves = target.putArray("curves");
            for (int c = 0; c < names.size(); c++) {
                curves.addObject().put("name", names.get(c)).set("values", points.get(c));
            }
        }
    }
}
