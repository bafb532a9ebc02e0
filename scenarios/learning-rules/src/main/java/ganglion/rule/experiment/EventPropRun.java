package ganglion.rule.experiment;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.InputException;
import ganglion.learning.eventprop.EventNetwork;
import ganglion.learning.eventprop.grid.EventClassifier;
import ganglion.learning.eventprop.grid.TimeAgreement;
import ganglion.learning.eventprop.loss.EventLoss.ReadOutLoss;
import ganglion.learning.eventprop.train.EventTrainer.BestEpoch;
import ganglion.learning.file.TrainedRule;
import ganglion.learning.rule.RuleEvaluation;
import ganglion.learning.train.Evaluator.Evaluation;
import ganglion.rule.experiment.ClassifierRule.RuleClassification;
import ganglion.runtime.ThreadedTasks;
import ganglion.scenario.experiment.data.Examples;
import ganglion.scenario.experiment.data.ExperimentSamples;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import ganglion.scenario.experiment.outcome.TrainingOutcome.Chart;
import ganglion.scenario.experiment.outcome.TrainingOutcome.Curve;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import ganglion.scenario.experiment.outcome.TrainingSettings;
import ganglion.scenario.experiment.robustness.BaselineFigures;
import ganglion.scenario.experiment.robustness.RobustnessTrials;
import ganglion.scenario.experiment.run.DataJson;
import ganglion.scenario.experiment.run.EvaluationJson;
import ganglion.scenario.experiment.run.EvaluationText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Trains a classifier with EventProp, and judges it on ticks beside the naive baseline. For one use. */
final class EventPropRun {

    private final RuleClassification experiment;
    private final ClassifierRule.EventProp rule;
    private final TrainingSettings settings;
    private final TrainingProgress progress;
    private final List<TrainingOutcome.Table> tables = new ArrayList<>();
    private final List<String> summary = new ArrayList<>();
    private final ObjectNode result = JsonNodeFactory.instance.objectNode();

    EventPropRun(RuleClassification experiment, TrainingSettings settings, TrainingProgress progress) {
        this.experiment = experiment;
        this.rule = (ClassifierRule.EventProp) experiment.rule();
        this.settings = settings;
        this.progress = progress;
    }

    TrainingOutcome run() throws InputException {
        long start = System.nanoTime();
        RobustnessTrials trials = RobustnessTrials.of(experiment);
        ExperimentSamples samples = ExperimentSamples.read(experiment, progress);
        long learning = System.nanoTime();
        EventTraining training = new EventTraining(experiment, samples, settings, progress);
        BestEpoch best = training.run();
        EventClassifier classifier =
                new EventClassifier(scaled(best.network()), rule.ticksPerStep(), samples.classes());
        boolean complete = !progress.stopRequested();
        result.put("complete", complete);
        result.set("data", DataJson.of(samples));
        result.set("network", network(best.network()));
        result.put("bestEpoch", best.number());
        result.set("epochs", training.epochs());
        summary.add("best epoch: " + best.number() + " of " + training.epochs().size());
        long judging = System.nanoTime();
        progress.advanced("evaluating the best network", 1);
        RobustnessTrials.Outcome tried = trials.run(
                samples, set -> RuleEvaluation.of(classifier, set), new ThreadedTasks(settings.threads()), progress);
        describe("validation", classifier, samples.validation(), tried.validation());
        describe("test", classifier, samples.test(), tried.test());
        tried.disturbed().putInto(result);
        summary.addAll(tried.disturbed().lines());
        tables.addAll(tried.disturbed().tables());
        complete = complete && !progress.stopRequested();
        result.put("complete", complete);
        result.putObject("wallClock")
                .put("readSeconds", (learning - start) / 1e9)
                .put("trainSeconds", (judging - learning) / 1e9)
                .put("evaluateSeconds", (System.nanoTime() - judging) / 1e9)
                .put("totalSeconds", (System.nanoTime() - start) / 1e9);
        TrainedRule model = new TrainedRule(classifier, experiment.head().document());
        return new TrainingOutcome(
                experiment,
                Optional.of(model),
                result,
                Stream.concat(charts(training.epochs(), best.number()).stream(), tried.disturbed().charts().stream())
                        .toList(),
                tables,
                summary,
                training.warnings(best.network()),
                complete);
    }

    /** With the scale of the loss in the read-out, the soft maximum of its potentials is what training has it. */
    private EventNetwork scaled(EventNetwork network) {
        return rule.plan().loss() instanceof ReadOutLoss loss ? network.withReadOutTimes(loss.scale()) : network;
    }

    private ObjectNode network(EventNetwork network) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("inputs", network.inputs()).put("outputs", network.outputs());
        node.put("stepSeconds", experiment.features().stepSeconds());
        node.put("steps", experiment.features().steps());
        node.put("ticksPerStep", rule.ticksPerStep());
        boolean delays = rule.shape().spread() > 0 && rule.plan().delayRate() > 0;
        long weights = network.synapses().stream()
                .mapToLong(synapses -> synapses.weights().length)
                .sum();
        return node.put("trainableParameters", delays ? 2 * weights : weights);
    }

    private void describe(
            String set, EventClassifier classifier, Examples examples, Optional<BaselineFigures> baseline) {
        if (examples.size() == 0) {
            result.putNull(set);
            return;
        }
        Evaluation found = RuleEvaluation.of(classifier, examples);
        ObjectNode section = EvaluationJson.of(found, classifier.classes(), examples.names());
        summary.add(EvaluationText.line(set, found));
        baseline.ifPresent(naive -> {
            naive.putInto(section);
            summary.add(naive.line(set, found.confusion().accuracy()));
        });
        TimeAgreement agreement = TimeAgreement.of(classifier, examples);
        put(agreement, section);
        summary.add(String.format(
                Locale.ROOT,
                "%s: accuracy %.2f %% in continuous time%s; with %d %s to a step, %s",
                set,
                100.0 * agreement.correctInTime() / agreement.samples(),
                agreement.undecidedInTime() == 0 ? "" : " (undecided: " + agreement.undecidedInTime() + ")",
                classifier.ticksPerStep(),
                classifier.ticksPerStep() == 1 ? "tick" : "ticks",
                agreement.text()));
        tables.addAll(EvaluationText.tables(set, found, classifier.classes()));
        result.set(set, section);
    }

    private static void put(TimeAgreement agreement, ObjectNode section) {
        section.putObject("continuousTime")
                .put("accuracy", (double) agreement.correctInTime() / agreement.samples())
                .put("undecided", agreement.undecidedInTime())
                .put("decidedAlike", agreement.decidedAlike())
                .put("spikes", agreement.spikesInTime())
                .put("spikesWithinATick", agreement.spikes().agreed())
                .put("spikesOnlyOnTicks", agreement.spikes().onlyOnGrid());
    }

    private static List<Chart> charts(ArrayNode epochs, int best) {
        List<Chart> charts = new ArrayList<>();
        charts.add(chart("Loss", "", epochs, "Loss", 1));
        charts.add(chart("Accuracy", "%", epochs, "Accuracy", 100));
        return charts.stream().map(chart -> chart.marked(best, "best epoch")).toList();
    }

    private static Chart chart(String title, String unit, ArrayNode epochs, String key, double factor) {
        List<Curve> curves = new ArrayList<>();
        for (String set : List.of("training", "validation")) {
            if (epochs.get(0).has(set + key)) {
                double[] x = new double[epochs.size()];
                double[] y = new double[epochs.size()];
                for (int i = 0; i < x.length; i++) {
                    x[i] = epochs.get(i).path("epoch").asInt();
                    y[i] = factor * epochs.get(i).path(set + key).asDouble(Double.NaN);
                }
                curves.add(new Curve(set, x, y));
            }
        }
        return new Chart(title, "epoch", unit, curves);
    }
}
