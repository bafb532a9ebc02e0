package ganglion.report.training;

import static ganglion.report.page.Html.escaped;

import ganglion.cochlea.Cochlea;
import ganglion.cochlea.expression.Expression;
import ganglion.cochlea.expression.Intonation;
import ganglion.documents.quantity.Dimension;
import ganglion.learning.data.HearingSettings;
import ganglion.learning.data.HearingSettings.HeardAs;
import ganglion.learning.explain.Explainer.Explanation;
import ganglion.learning.explain.OcclusionMap;
import ganglion.learning.reference.layer.Sequence;
import ganglion.learning.sample.Sample.SampleInput;
import ganglion.report.chart.Axis;
import ganglion.report.chart.Chart;
import ganglion.report.chart.Chart.Cell;
import ganglion.report.chart.Chart.Look;
import ganglion.report.chart.Chart.Mark;
import ganglion.report.chart.Chart.Span;
import ganglion.report.page.Page;
import ganglion.scenario.experiment.Features;
import ganglion.scenario.experiment.format.TrainedClassifier;
import ganglion.scenario.experiment.run.ExplainedSamples;
import ganglion.scenario.experiment.run.ExplainedSamples.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Decisions of a trained model as a page: the input, the spikes of hidden neurons, and the inputs and times that each decision rests on. */
public final class ExplanationPage {

    private static final String TITLE = "Decisions of ";

    /** What stands near the beginning of such a page, and of hardly any other file. */
    public static final String SIGN = "<title>" + TITLE;

    private static final String HOW_TO_READ =
            "<p class=\"lead\">Occlusion shows what a decision rests on: a block of inputs and time is set to zero, and the network "
                    + "decides again. Blue: without the block the lead of the decision over the next class is smaller, so that it rests on it. "
                    + "Orange: the block speaks against it. The darkest colour is the largest change in the drawing. The wrong decisions are those "
                    + "with the largest leads; beside each is a correct decision for a sample of the same class, with a typical lead.</p>\n";

    private static final int WIDTH = 380;
    private static final int HEIGHT = 130;

    private final TrainedClassifier classifier;
    private final Features features;
    private final List<String> classes;
    private final StringBuilder body = new StringBuilder();

    private ExplanationPage(TrainedClassifier classifier) {
        this.classifier = classifier;
        this.features = classifier.features();
        this.classes = classifier.trained().classes();
    }

    /**
     * The page.
     *
     * @param conditions human-readable conditions of the evaluation
     */
    public static String of(TrainedClassifier classifier, String conditions, ExplainedSamples samples) {
        Page page = new Page(TITLE + classifier.name())
                .head(
                        "Decisions of a model",
                        classifier.name(),
                        classifier.file().getFileName() + ", " + conditions + ".");
        page.card("How to read it", HOW_TO_READ + InputNames.of(classifier.features()));
        page.card("What decisions rest on", new ExplanationPage(classifier).means(samples));
        int number = 0;
        for (ExplainedSamples.Pair pair : samples.pairs()) {
            number++;
            ExplanationPage both = new ExplanationPage(classifier);
            both.body.append("<div class=\"charts\">\n");
            both.addSample("Right", pair.right());
            both.addSample("Wrong", pair.wrong());
            both.body.append("</div>\n");
            page.card("Pair " + number, both.body.toString());
        }
        return page.markup("In each pair a correct decision stands beside a wrong one.");
    }

    private String means(ExplainedSamples samples) {
        body.append("<p class=\"lead\">Mean over up to " + samples.meanSamples()
                + " correctly decided samples per class.</p>\n<div class=\"charts\">\n");
        for (int c = 0; c < classes.size(); c++) {
            String name = classes.get(c);
            samples.means().get(c).ifPresent(map -> body.append(map("Decisions for " + name, map)));
        }
        return body.append("</div>\n").toString();
    }

    private void addSample(String which, Optional<Named> sample) {
        body.append("<div>\n");
        if (sample.isEmpty()) {
            body.append("<p>" + which + ": none.</p>\n");
        } else {
            Explanation found = sample.get().explanation();
            body.append("<p class=\"" + (found.right() ? "good" : "bad") + "\">" + which + ": "
                    + escaped(sample.get().name()) + "</p>\n<p>It is " + escaped(classes.get(found.label()))
                    + ", decided as " + escaped(classes.get(found.decision())) + ", with a lead of "
                    + String.format(Locale.ROOT, "%.3g", found.lead()) + ".</p>\n");
            body.append(input(found.input()));
            found.hidden().forEach(layer -> body.append(raster(layer)));
            body.append(potentials(found.potentials()));
            body.append(map("What the decision rests on", found.map()));
        }
        body.append("</div>\n");
    }

    private double seconds(int steps) {
        return steps * features.stepSeconds();
    }

    /** Labels bands by their frequency, other inputs by their number. */
    private Axis inputs(int inputs) {
        if (features instanceof Features.Heard heard
                && (heard.settings().heardAs() == HeardAs.SPIKES
                        || heard.settings().heardAs() == HeardAs.NUMBERS)) {
            return Axis.ofNames(
                    "bands",
                    Arrays.stream(new Cochlea(heard.settings().ear()).bandCentresHertz())
                            .limit(inputs)
                            .mapToObj(ExplanationPage::hertz)
                            .toList());
        }
        return Axis.ofNumbered("inputs", inputs);
    }

    private Axis time(int steps) {
        return Axis.of("", Dimension.TIME, Axis.Range.TIGHT).within(0, seconds(steps));
    }

    private static String hertz(double frequency) {
        return Math.round(frequency) + " Hz";
    }

    private String input(SampleInput input) {
        double[] values = new double[input.size() * input.steps()];
        double largest = 0;
        for (int i = 0; i < input.size(); i++) {
            for (int t = 0; t < input.steps(); t++) {
                values[i * input.steps() + t] = input.at(t, i);
                largest = Math.max(largest, Math.abs(input.at(t, i)));
            }
        }
        return blocks("Input", inputs(input.size()), time(input.steps()), input.size(), input.steps(), values, largest);
    }

    /** Coloured blocks over time. @param values row after row, the first at the bottom */
    private static String blocks(
            String title, Axis up, Axis time, int rows, int columns, double[] values, double largest) {
        List<Cell> cells = new ArrayList<>();
        for (int at = 0; at < rows * columns && largest > 0; at++) {
            int row = at / columns;
            int column = at % columns;
            cells.add(new Cell(
                    new Span(time.part(column, columns), time.part(column + 1, columns)),
                    new Span(up.part(row, rows), up.part(row + 1, rows)),
                    values[at] / largest,
                    "",
                    "",
                    false));
        }
        return new Chart(title, time, up).size(WIDTH, HEIGHT).cells(cells).figure();
    }

    private String raster(Explanation.LayerSpikes layer) {
        Sequence spikes = layer.spikes();
        long fired = Arrays.stream(spikes.values()).filter(value -> value != 0).count();
        List<Mark> strokes = new ArrayList<>();
        for (int step = 0; step < spikes.steps(); step++) {
            for (int neuron = 0; neuron < spikes.size(); neuron++) {
                if (spikes.at(step, 0, neuron) != 0) {
                    strokes.add(new Mark(seconds(step), neuron));
                }
            }
        }
        return new Chart(
                        fired + " spikes of hidden layer " + layer.layer(),
                        time(spikes.steps()),
                        Axis.ofNumbered("neurons", spikes.size()))
                .size(WIDTH, HEIGHT)
                .series("", Look.STROKES, strokes)
                .figure();
    }

    private String potentials(Sequence potentials) {
        Chart chart = new Chart(
                        "Potentials of the outputs", time(potentials.steps()), Axis.ofNumbers("", Axis.Range.READABLE))
                .size(WIDTH, HEIGHT);
        for (int c = 0; c < potentials.size(); c++) {
            int output = c;
            chart.series(
                    potentials.size() == classes.size() ? classes.get(c) : "output",
                    Look.LINE,
                    IntStream.range(0, potentials.steps())
                            .mapToObj(t -> new Mark(seconds(t + 1), potentials.at(t, 0, output)))
                            .toList());
        }
        return chart.varies() && Chart.tellsApart(potentials.size()) ? chart.figure() : "";
    }

    private String map(String title, OcclusionMap map) {
        return blocks(
                title,
                inputs(map.inputs()),
                time(map.steps()),
                map.inputBlocks(),
                map.timeBlocks(),
                map.falls(),
                map.largest());
    }

    /** Names the numbered inputs of a network, unless they are bands alone. */
    static final class InputNames {

        private static final int OF_LEVELS = 14;
        private static final int OF_OVERTONES = 6;

        private final List<String> names = new ArrayList<>();
        private int next = 1;

        private InputNames() {}

        /** A paragraph for the page; empty where inputs need no names. */
        static String of(Features features) {
            if (!(features instanceof Features.Heard heard)
                    || heard.settings().heardAs() == HeardAs.SPIKES
                    || heard.settings().heardAs() == HeardAs.NUMBERS) {
                return "";
            }
            InputNames inputs = new InputNames();
            inputs.addAll(heard.settings());
            return "<p>Inputs " + String.join("; ", inputs.names) + ".</p>\n";
        }

        private void addAll(HearingSettings settings) {
            HeardAs heardAs = settings.heardAs();
            int bands = settings.ear().mel().bands();
            if (heardAs.hasDrive()) {
                add("drives of the bands, from low to high", bands);
            }
            if (heardAs.hasContour()) {
                add("levels of the bands, from low to high", bands);
                add("rise and fall of each band", settings.contour().features(bands) - bands);
            }
            if (heardAs.hasCepstrum()) {
                add("cepstral coefficients", settings.coefficients());
            }
            if (heardAs.hasExpression()) {
                add("fluctuation of the level at rates of 1.5 to 20 Hz", OF_LEVELS);
                add("overtones relative to the strongest partial", OF_OVERTONES);
                add("fluctuation of bands together and alone", Expression.features() - OF_LEVELS - OF_OVERTONES);
            }
            if (heardAs.hasIntonation()) {
                add("fluctuation of the pitch of partials, together and alone", Intonation.features());
            }
        }

        private void add(String name, int count) {
            if (count > 0) {
                names.add(next + " to " + (next + count - 1) + ": " + name);
                next += count;
            }
        }
    }
}
