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
import ganglion.learning.train.DataSet;
import ganglion.learning.train.Evaluator.Evaluation;
import ganglion.rule.experiment.ClassifierRule.RuleClassification;
import ganglion.runtime.ThreadedTasks;
import ganglion.scenario.experiment.data.ExperimentSamples;
import ganglion.scenario.experiment.outcome.EpochCurves;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import ganglion.scenario.experiment.outcome.TrainingOutcome.Chart;
import ganglion.scenario.experiment.outcome.TrainingOutcome.Curve;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import ganglion.scenario.experiment.outcome.TrainingSettings;
import ganglion.scenario.experiment.robustness.RobustnessTrials;
import ganglion.scenario.experiment.run.ClassifierReport;
import ganglion.scenario.experiment.run.WallClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Trains a classifier with EventProp, and judges it on ticks beside the naive baseline. For one use. */
final class EventPropRun {

    private final RuleClassification experiment;
    private final ClassifierRule.EventProp rule;
    private final TrainingSettings settings;
    private final TrainingProgress progress;

    EventPropRun(RuleClassification experiment, TrainingSettings settings, TrainingProgress progress) {
        this.experiment = experiment;
        this.rule = (ClassifierRule.EventProp) experiment.rule();
        this.settings = settings;
        this.progress = progress;
    }

    TrainingOutcome run() throws InputException {
        WallClock clock = new WallClock();
        RobustnessTrials trials = RobustnessTrials.of(experiment);
        ExperimentSamples samples = ExperimentSamples.read(experiment, progress);
        clock.end("read");
        EventTraining training = new EventTraining(experiment, samples, settings, progress);
        BestEpoch best = training.run();
        EventClassifier classifier =
                new EventClassifier(scaled(best.network()), rule.ticksPerStep(), samples.classes());
        clock.end("train");
        boolean complete = !progress.stopRequested();
        progress.advanced("evaluating the best network", 1);
        Function<DataSet, Evaluation> decides = set -> RuleEvaluation.of(classifier, set);
        ClassifierReport report = new ClassifierReport(
                experiment, samples, trials.run(samples, decides, new ThreadedTasks(settings.threads()), progress));
        report.result().set("network", network(best.network()));
        report.result().put("bestEpoch", best.number());
        report.result().set("epochs", training.epochs());
        report.line("best epoch: " + best.number() + " of " + training.epochs().size());
        report.validationAndTest(decides, (found, examples, section, lines) -> {
            TimeAgreement agreement = TimeAgreement.of(classifier, examples);
            put(agreement, section);
            lines.add(text(agreement, classifier.ticksPerStep()));
        });
        clock.end("evaluate");
        return report.outcome(
                new TrainedRule(classifier, experiment.head().document()),
                charts(training.epochs(), best.number()),
                training.warnings(best.network()),
                clock,
                complete && !progress.stopRequested());
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

    private static String text(TimeAgreement agreement, int ticksPerStep) {
        return String.format(
                Locale.ROOT,
                "accuracy %.2f %% in continuous time%s; with %d %s to a step, %s",
                100.0 * agreement.correctInTime() / agreement.samples(),
                agreement.undecidedInTime() == 0 ? "" : " (undecided: " + agreement.undecidedInTime() + ")",
                ticksPerStep,
                ticksPerStep == 1 ? "tick" : "ticks",
                agreement.text());
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
        return List.of(
                chart("Loss", "", epochs, 1).marked(best, "best epoch"),
                chart("Accuracy", "%", epochs, 100).marked(best, "best epoch"));
    }

    private static Chart chart(String figure, String unit, ArrayNode epochs, double factor) {
        List<Curve> curves = new ArrayList<>();
        for (String set : List.of("training", "validation")) {
            List<Double> values = new ArrayList<>();
            epochs.findValues(set + figure).forEach(value -> values.add(value.asDouble(Double.NaN)));
            if (!values.isEmpty()) {
                curves.add(EpochCurves.of(set, values, value -> factor * value));
            }
        }
        return new Chart(figure, "epoch", unit, curves);
    }
}
