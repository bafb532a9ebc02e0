package ganglion.scenario.experiment.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.learning.file.TrainedModel;
import ganglion.learning.model.Model;
import ganglion.learning.train.Calibration;
import ganglion.learning.train.Evaluator.Evaluation;
import ganglion.scenario.experiment.Classification;
import ganglion.scenario.experiment.data.Examples;
import ganglion.scenario.experiment.data.ExperimentSamples;
import ganglion.scenario.experiment.ear.EarFigures;
import ganglion.scenario.experiment.ear.LearnedEar;
import ganglion.scenario.experiment.outcome.CalibrationFigures;
import ganglion.scenario.experiment.outcome.LateDelays;
import ganglion.scenario.experiment.outcome.StartFigures;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import ganglion.scenario.experiment.robustness.BaselineFigures;
import ganglion.scenario.experiment.robustness.RobustnessTrials;
import ganglion.scenario.experiment.run.costs.SampleEnergy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The outcome of a trained classifier: result, charts, tables and summary. */
final class ClassificationResult {

    private final Classification experiment;
    private final ExperimentSamples samples;
    private final TrainedModel trained;
    private final ArrayNode epochs;
    private final int bestEpoch;
    private final Optional<Evaluation> validation;
    private final Optional<Evaluation> test;
    private Optional<Calibration> calibration = Optional.empty();
    private Optional<SampleEnergy> energy = Optional.empty();
    private Optional<EarFigures> ear = Optional.empty();
    private int layersOfEar;
    private RobustnessTrials.Outcome trials = RobustnessTrials.Outcome.NONE;
    private final ObjectNode wallClock = JsonNodeFactory.instance.objectNode();

    ClassificationResult(
            Classification experiment,
            ExperimentSamples samples,
            TrainedModel trained,
            ArrayNode epochs,
            int bestEpoch,
            Optional<Evaluation> validation,
            Optional<Evaluation> test) {
        this.experiment = experiment;
        this.samples = samples;
        this.trained = trained;
        this.epochs = epochs;
        this.bestEpoch = bestEpoch;
        this.validation = validation;
        this.test = test;
    }

    /** Adds the energy per sample to the results. */
    void setEnergy(SampleEnergy found) {
        energy = Optional.of(found);
    }

    /** Adds what the front end has learned. */
    void setEar(LearnedEar learned) {
        ear = Optional.of(new EarFigures(learned));
        layersOfEar = learned.layers();
    }

    /** Adds how well the confidences fit, with this temperature. */
    void setCalibration(Calibration fitted) {
        calibration = Optional.of(fitted);
    }

    /** Adds what the model does under disturbances, and the naive baseline. */
    void setTrials(RobustnessTrials.Outcome outcome) {
        trials = outcome;
    }

    void addTimes(double readSeconds, double trainSeconds, double evaluateSeconds) {
        wallClock
                .put("readSeconds", readSeconds)
                .put("trainSeconds", trainSeconds)
                .put("evaluateSeconds", evaluateSeconds)
                .put("totalSeconds", readSeconds + trainSeconds + evaluateSeconds);
    }

    TrainingOutcome outcome(boolean complete) {
        List<TrainingOutcome.Table> tables = new ArrayList<>();
        List<String> summary = new ArrayList<>(new StartFigures(experiment.start()).lines());
        summary.add("best epoch: " + (bestEpoch + 1) + " of " + epochs.size()
                + (stoppedEarly(complete)
                        ? ", none better in the "
                                + experiment.training().selection().patienceEpochs()
                                + " after it, so that training"
                                + " stopped before epoch " + (epochs.size() + 1) + " of "
                                + experiment.training().epochs()
                        : ""));
        ear.ifPresent(figures -> summary.add(figures.line()));
        describe("validation", validation, trials.validation(), tables, summary);
        describe("test", test, trials.test(), tables, summary);
        summary.addAll(trials.disturbed().lines());
        tables.addAll(trials.disturbed().tables());
        return new TrainingOutcome(
                experiment, Optional.of(trained), document(complete), charts(), tables, summary, warnings(), complete);
    }

    private List<String> warnings() {
        List<String> warnings = new ArrayList<>(LateDelays.warnings(
                experiment.network().layers(), experiment.features().steps()));
        warnings.addAll(ClassificationRun.warnings(epochs));
        return warnings;
    }

    /** Whether training ran out of patience. */
    private boolean stoppedEarly(boolean complete) {
        return complete && epochs.size() < experiment.training().epochs();
    }

    private List<TrainingOutcome.Chart> charts() {
        List<TrainingOutcome.Chart> charts = LearningCurves.of(epochs).stream()
                .map(chart -> chart.marked(bestEpoch + 1, "best epoch"))
                .collect(Collectors.toCollection(ArrayList::new));
        charts.addAll(trials.disturbed().charts());
        ear.ifPresent(figures -> charts.addAll(figures.charts()));
        charts.addAll(LearnedParameters.of(trained.model(), layersOfEar));
        return charts;
    }

    private void describe(
            String set,
            Optional<Evaluation> evaluation,
            Optional<BaselineFigures> baseline,
            List<TrainingOutcome.Table> tables,
            List<String> summary) {
        evaluation.ifPresent(found -> {
            summary.add(EvaluationText.line(set, found));
            baseline.ifPresent(
                    naive -> summary.add(naive.line(set, found.confusion().accuracy())));
            calibration.ifPresent(fitted -> summary.add(String.format(
                    Locale.ROOT,
                    "%s: %s (temperature %.3g, fitted in validation)",
                    set,
                    new CalibrationFigures(fitted, found).text(),
                    fitted.temperature())));
            energy.ifPresent(cost -> summary.add(cost.line(set, found)));
            tables.addAll(EvaluationText.tables(set, found, samples.classes()));
        });
    }

    private ObjectNode document(boolean complete) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.put("complete", complete);
        result.set("data", DataJson.of(samples));
        result.set("network", network(trained.model()));
        new StartFigures(experiment.start()).putInto(result);
        result.put("bestEpoch", bestEpoch + 1);
        result.put("stoppedEarly", stoppedEarly(complete));
        result.set("epochs", epochs);
        putEvaluation(result, "validation", validation, trials.validation(), samples.validation());
        putEvaluation(result, "test", test, trials.test(), samples.test());
        trials.disturbed().putInto(result);
        ear.ifPresent(figures -> figures.putInto(result));
        result.set("wallClock", wallClock);
        return result;
    }

    private void putEvaluation(
            ObjectNode result,
            String name,
            Optional<Evaluation> evaluation,
            Optional<BaselineFigures> baseline,
            Examples examples) {
        JsonNode section = evaluation
                .<JsonNode>map(found -> {
                    ObjectNode node = EvaluationJson.of(found, samples.classes(), examples.names());
                    baseline.ifPresent(naive -> naive.putInto(node));
                    energy.ifPresent(cost -> node.set("energy", cost.json(found)));
                    calibration.ifPresent(fitted -> new CalibrationFigures(fitted, found).putInto(node));
                    return node;
                })
                .orElse(JsonNodeFactory.instance.nullNode());
        result.set(name, section);
    }

    private ObjectNode network(Model model) {
        ObjectNode network = JsonNodeFactory.instance.objectNode();
        network.put("inputs", model.input().size());
        network.put("outputs", model.outputs());
        network.put("stepSeconds", experiment.features().stepSeconds());
        network.put("steps", experiment.features().steps());
        network.put("trainableParameters", model.trainableCount());
        ArrayNode layers = network.putArray("layers");
        for (int i = 0; i < model.layers().size(); i++) {
            layers.addObject()
                    .put("kind", model.layers().get(i).kind())
                    .put("outputs", model.outputShape(i).size());
        }
        return network;
    }

    /** A share as a percentage with one digit. */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
