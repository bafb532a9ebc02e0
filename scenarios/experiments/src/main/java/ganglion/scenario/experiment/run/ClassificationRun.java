package ganglion.scenario.experiment.run;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.InputException;
import ganglion.learning.engine.LayerActivity;
import ganglion.learning.file.TrainedModel;
import ganglion.learning.model.Model;
import ganglion.learning.train.Calibration;
import ganglion.learning.train.DataSet;
import ganglion.learning.train.Evaluator.Evaluation;
import ganglion.learning.train.Trainer;
import ganglion.learning.train.Trainer.EpochReport;
import ganglion.learning.train.Trainer.TrainingResult;
import ganglion.learning.train.TrainingPlan;
import ganglion.runtime.ThreadedTasks;
import ganglion.scenario.experiment.Classification;
import ganglion.scenario.experiment.data.ExperimentSamples;
import ganglion.scenario.experiment.outcome.CalibrationFigures;
import ganglion.scenario.experiment.outcome.FiniteNumbers;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import ganglion.scenario.experiment.outcome.TrainingOutcome.Chart;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import ganglion.scenario.experiment.outcome.TrainingSettings;
import ganglion.scenario.experiment.robustness.RobustnessTrials;
import ganglion.scenario.experiment.run.TrainingLog.LearningCurves;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Trains a classifier. For one use. */
final class ClassificationRun {

    private static final double SATURATED_RATE = 0.95;

    private final Classification experiment;
    private final TrainingSettings settings;
    private final TrainingProgress progress;
    private final Optional<ExperimentSamples> given;
    private final boolean tried;
    private final WallClock clock = new WallClock();
    private RobustnessTrials trials;
    private ExperimentSamples samples;

    ClassificationRun(Classification experiment, TrainingSettings settings, TrainingProgress progress) {
        this(experiment, settings, progress, Optional.empty(), true);
    }

    /**
     * A training on samples that are read already.
     *
     * @param given those of the experiment; absent to read them
     * @param tried whether the naive baseline learns and the model is tried under disturbances
     */
    ClassificationRun(
            Classification experiment,
            TrainingSettings settings,
            TrainingProgress progress,
            Optional<ExperimentSamples> given,
            boolean tried) {
        this.experiment = experiment;
        this.settings = settings;
        this.progress = progress;
        this.given = given;
        this.tried = tried;
    }

    /** What a training has learned: the model as it is saved and used. */
    private record Learned(Model model, TrainingResult training, ArrayNode epochs) {}

    TrainingOutcome run() throws InputException {
        Learned learned = learn();
        clock.end("train");
        progress.advanced("evaluating the best model", 1);
        Model model = learned.model();
        Optional<Calibration> calibration =
                experiment.calibrated() && samples.validation().size() > 0
                        ? Optional.of(calibration(evaluate(model, samples.validation())))
                        : Optional.empty();
        RobustnessTrials.Outcome found = tried
                ? trials.run(samples, set -> evaluate(model, set), new ThreadedTasks(settings.threads()), progress)
                : RobustnessTrials.Outcome.NONE;
        return outcome(learned, calibration, found);
    }

    private Learned learn() throws InputException {
        trials = RobustnessTrials.ofNetwork(experiment); // noise that is missing is told before the network learns
        samples = given.isPresent() ? given.get() : ExperimentSamples.read(experiment, progress);
        clock.end("read");
        TrainingPlan plan = experiment.training().withRunner(new ThreadedTasks(settings.threads()));
        Epochs log = new Epochs();
        TrainingResult result = log.train(
                new Trainer(plan, samples.training(), samples.validation(), log),
                experiment.network().untrained(experiment.head().seed()));
        Model best = experiment.training().projection().apply(result.bestModel());
        return new Learned(best, result, log.epochs());
    }

    private Evaluation evaluate(Model model, DataSet set) {
        return ModelEvaluation.of(model, set, experiment.training());
    }

    private static Calibration calibration(Evaluation found) {
        return Calibration.fit(found.scores(), found.labels());
    }

    private TrainingOutcome outcome(
            Learned learned, Optional<Calibration> calibration, RobustnessTrials.Outcome found) {
        boolean complete = !progress.stopRequested();
        Model model = learned.model();
        TrainedModel trained =
                new TrainedModel(model, samples.classes(), experiment.head().document()).withBaseline(found.baseline());
        int bestEpoch = learned.training().bestEpoch() + 1;
        ArrayNode epochs = learned.epochs();
        boolean stoppedEarly = complete && epochs.size() < experiment.training().epochs();
        ClassifierReport report = new ClassifierReport(experiment, samples, found);
        ObjectNode result = report.result();
        result.set("network", network(model));
        result.put("bestEpoch", bestEpoch);
        result.put("stoppedEarly", stoppedEarly);
        result.set("epochs", epochs);
        report.line("best epoch: " + bestEpoch + " of " + epochs.size()
                + (samples.validation().size() == 0
                        ? ", chosen by the training loss, as there is no validation set"
                        : "")
                + (stoppedEarly ? stop(epochs.size()) : ""));
        List<Chart> charts = new ArrayList<>();
        LearningCurves.of(epochs).forEach(chart -> charts.add(chart.marked(bestEpoch, "best epoch")));
        report.validationAndTest(set -> evaluate(model, set), addition(calibration, charts));
        clock.end("evaluate");
        return report.outcome(
                calibration
                        .map(fitted -> trained.withTemperature(fitted.temperature()))
                        .orElse(trained),
                charts,
                warningsOfLast(epochs),
                clock,
                complete);
    }

    private String stop(int epochs) {
        return ", none better in the " + experiment.training().selection().patienceEpochs()
                + " after it, so that training stopped before epoch " + (epochs + 1) + " of "
                + experiment.training().epochs();
    }

    private ClassifierReport.Addition addition(Optional<Calibration> calibration, List<Chart> charts) {
        return (found, examples, section, lines) -> calibration.ifPresent(fitted -> {
            CalibrationFigures figures = new CalibrationFigures(fitted, found);
            figures.putInto(section);
            charts.add(figures.chart(examples == samples.test() ? "test" : "validation"));
            lines.add(String.format(
                    Locale.ROOT, "%s (temperature %.3g, fitted in validation)", figures.text(), fitted.temperature()));
        });
    }

    static List<String> warningsOfLast(ArrayNode epochs) {
        List<String> warnings = new ArrayList<>();
        epochs.path(epochs.size() - 1)
                .path("warnings")
                .forEach(warning -> warnings.add("last epoch: " + warning.asText()));
        return warnings;
    }

    private ObjectNode network(Model model) {
        ObjectNode network = JsonNodeFactory.instance
                .objectNode()
                .put("inputs", model.input().size())
                .put("outputs", model.outputs())
                .put("stepSeconds", experiment.features().stepSeconds())
                .put("steps", experiment.features().steps())
                .put("trainableParameters", model.trainableCount());
        ArrayNode layers = network.putArray("layers");
        for (int i = 0; i < model.layers().size(); i++) {
            layers.addObject()
                    .put("kind", model.layers().get(i).kind())
                    .put("outputs", model.outputShape(i).size());
        }
        return network;
    }

    /** The figures of an epoch. Epochs count from 1. */
    static ObjectNode figuresOf(EpochReport report) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("epoch", report.epoch() + 1);
        node.put("learningRate", report.learningRate());
        FiniteNumbers.put(node, "trainingLoss", report.trainingLoss());
        node.put("trainingAccuracy", report.trainingAccuracy());
        report.validation().ifPresent(validation -> {
            FiniteNumbers.put(node, "validationLoss", validation.loss());
            node.put("validationAccuracy", validation.confusion().accuracy());
            node.put("validationMeanF1", validation.confusion().meanF1());
        });
        FiniteNumbers.put(node, "meanGradientNorm", report.meanGradientNorm());
        node.put("samplesPerSecond", report.samplesPerSecond());
        node.put("best", report.best());
        node.set("layers", layers(report.activity()));
        report.warnings().forEach(node.putArray("warnings")::add);
        return node;
    }

    /** How much the layers fire. */
    static ArrayNode layers(List<LayerActivity> activity) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (LayerActivity layer : activity) {
            ObjectNode node =
                    list.addObject().put("layer", layer.layer()).put("neurons", layer.spikesByNeuron().length);
            if (layer.fires()) {
                node.put("spikesPerNeuronAndStep", layer.rate())
                        .put("deadNeurons", layer.deadNeurons())
                        .put("saturatedNeurons", layer.saturatedNeurons(SATURATED_RATE));
            }
        }
        return list;
    }

    /** The epochs of this training. */
    private final class Epochs extends TrainingLog {

        private final Set<String> warned = new HashSet<>();

        Epochs() {
            super(experiment.head(), experiment.training().epochs(), samples.classes(), settings, progress);
        }

        @Override
        ObjectNode figures(EpochReport report) {
            return figuresOf(report);
        }

        @Override
        String text(EpochReport report) {
            StringBuilder line = new StringBuilder(String.format(
                    Locale.ROOT,
                    "loss %.4f, accuracy %.1f %%",
                    report.trainingLoss(),
                    100 * report.trainingAccuracy()));
            report.validation()
                    .ifPresent(validation -> line.append(String.format(
                            Locale.ROOT,
                            "; validation loss %.4f, accuracy %.1f %%",
                            validation.loss(),
                            100 * validation.confusion().accuracy())));
            line.append(String.format(Locale.ROOT, "; %.0f samples/s", report.samplesPerSecond()));
            line.append(report.best() ? " (best so far)" : "");
            for (String warning : report.warnings()) {
                if (warned.add(kind(warning))) {
                    line.append("\n  warning: ").append(warning);
                }
            }
            return line.toString();
        }

        /** What a warning is about, whatever the numbers: each is printed in the first epoch that has it. */
        private static String kind(String warning) {
            return warning.replaceAll("\\d+ of \\d+ neurons ", "").replaceAll(": \\d.*", "");
        }
    }
}
