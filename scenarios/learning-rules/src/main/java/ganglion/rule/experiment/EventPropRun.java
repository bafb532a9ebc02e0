package ganglion.rule.experiment;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.InputException;
import ganglion.learning.eventprop.EventNetwork;
import ganglion.learning.eventprop.adjoint.EventLoss.ReadOutLoss;
import ganglion.learning.eventprop.forward.EventRun;
import ganglion.learning.eventprop.grid.EventClassifier;
import ganglion.learning.eventprop.grid.TimeAgreement;
import ganglion.learning.eventprop.train.EventPlan;
import ganglion.learning.eventprop.train.EventSample;
import ganglion.learning.eventprop.train.EventTrainer;
import ganglion.learning.eventprop.train.EventTrainer.BestEpoch;
import ganglion.learning.eventprop.train.EventTrainer.EpochOfEvents;
import ganglion.learning.eventprop.train.FiringStart;
import ganglion.learning.file.TrainedRule;
import ganglion.learning.rule.RuleClassifier.RuleEvaluation;
import ganglion.learning.train.DataSet;
import ganglion.learning.train.Evaluator.Evaluation;
import ganglion.rule.experiment.EventExperiment.EventProp;
import ganglion.runtime.ThreadedTasks;
import ganglion.scenario.experiment.data.Examples;
import ganglion.scenario.experiment.data.ExperimentSamples;
import ganglion.scenario.experiment.outcome.EpochCurves;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import ganglion.scenario.experiment.outcome.TrainingSettings;
import ganglion.scenario.experiment.robustness.RobustnessTrials;
import ganglion.scenario.experiment.run.ClassifierReport;
import ganglion.scenario.experiment.run.WallClock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Trains a classifier with EventProp, and judges it on ticks beside the naive baseline. For one use. */
final class EventPropRun {

    private final EventExperiment experiment;
    private final EventProp rule;
    private final TrainingSettings settings;
    private final TrainingProgress progress;

    EventPropRun(EventExperiment experiment, TrainingSettings settings, TrainingProgress progress) {
        this.experiment = experiment;
        this.rule = experiment.network();
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
        RobustnessTrials.Outcome tried = trials.run(samples, decides, new ThreadedTasks(settings.threads()), progress);
        ClassifierReport report = new ClassifierReport(experiment, samples, tried);
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
                new TrainedRule(classifier, tried.baseline(), experiment.head().document()),
                EpochCurves.lossAndAccuracy(training.epochs()).stream()
                        .map(chart -> chart.marked(best.number(), "best epoch"))
                        .toList(),
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
        return node.put(
                "trainableParameters",
                network.synapses().stream()
                        .mapToLong(synapses -> synapses.weights().length)
                        .sum());
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
                .put("decidedAlike", agreement.decidedAlike());
    }

    /** Epochs of a network in continuous time, and which of them is the best. For one use. */
    private static final class EventTraining {

        private final EventExperiment experiment;
        private final EventProp rule;
        private final List<String> classes;
        private final List<EventSample> training;
        private final List<EventSample> validation;
        private final TrainingProgress progress;
        private final ThreadedTasks runner;
        private final ArrayNode epochs = JsonNodeFactory.instance.arrayNode();
        private Optional<BestEpoch> best = Optional.empty();

        EventTraining(
                EventExperiment experiment,
                ExperimentSamples samples,
                TrainingSettings settings,
                TrainingProgress progress) {
            this.experiment = experiment;
            this.rule = experiment.network();
            this.classes = samples.classes();
            this.training = events(samples.training());
            this.validation = events(samples.validation());
            this.progress = progress;
            this.runner = new ThreadedTasks(settings.threads());
        }

        private static List<EventSample> events(Examples examples) {
            return IntStream.range(0, examples.size())
                    .mapToObj(i -> EventSample.of(examples.sample(i, 0)))
                    .toList();
        }

        /**
         * Trains, until all epochs are done or a stop is requested; at least one epoch.
         *
         * @throws InputException if the samples or the settings make training impossible
         */
        BestEpoch run() throws InputException {
            checkSamples();
            EventTrainer trainer = trainer();
            int all = rule.plan().epochs();
            try {
                while (best.isEmpty() || trainer.epochsDone() < all && !progress.stopRequested()) {
                    epoch(trainer, all);
                }
            } catch (ArithmeticException e) {
                throw refusal("/training", e.getMessage() + "; try a lower learning rate");
            }
            return best.orElseThrow();
        }

        /** Samples for which nothing fires that the loss depends on have no gradient, and no curve shows it. */
        List<String> warnings(EventNetwork network) {
            boolean[] silent = new boolean[training.size()];
            runner.run(silent.length, i -> {
                EventSample sample = training.get(i);
                silent[i] = EventRun.of(network, sample.input(), sample.duration())
                                .lastSpikes()
                                .size()
                        == 0;
            });
            int count = 0;
            for (boolean one : silent) {
                count += one ? 1 : 0;
            }
            String layer = network.readOut().isPresent() ? "last hidden layer" : "last layer";
            return count == 0
                    ? List.of()
                    : List.of("in " + count + " of " + silent.length + " training samples no neuron of the " + layer
                            + " fires, so that nothing is learned from them; more spikes-at-start may help");
        }

        /** The learning curves. */
        ArrayNode epochs() {
            return epochs;
        }

        private void checkSamples() throws InputException {
            if (classes.size() < 2) {
                throw refusal("/data/training", "found " + classes.size() + " class, expected two or more");
            }
            if (training.stream().allMatch(sample -> sample.input().size() == 0)) {
                throw refusal(
                        "/data/training",
                        "found no spike in any of " + training.size()
                                + " samples, expected spikes, which EventProp learns from");
            }
        }

        private EventTrainer trainer() throws InputException {
            progress.advanced("finding weights with which neurons fire", 0);
            try {
                EventNetwork start = FiringStart.of(
                        rule.shape().withOutputs(classes.size()),
                        training,
                        rule.spikesAtStart(),
                        experiment.head().seed());
                return new EventTrainer(start, training, rule.plan(), runner);
            } catch (IllegalArgumentException e) {
                throw refusal("/network", e.getMessage());
            }
        }

        private void epoch(EventTrainer trainer, int all) {
            int number = trainer.epochsDone() + 1;
            String phase = "epoch " + number + "/" + all;
            EpochOfEvents learned = trainer.epoch(share -> progress.advanced(phase, (number - 1 + share) / all));
            EventPlan plan = rule.plan();
            Optional<EpochOfEvents> judged = validation.isEmpty()
                    ? Optional.empty()
                    : Optional.of(EventTrainer.judge(trainer.network(), validation, plan, runner));
            double accuracy = judged.map(EpochOfEvents::accuracy).orElse(0.0);
            double loss = judged.orElse(learned).loss();
            boolean better = best.isEmpty() || best.get().isBeatenBy(accuracy, loss);
            if (better) {
                best = Optional.of(new BestEpoch(number, accuracy, loss, trainer.network()));
            }
            epochs.add(json(number, learned, judged, better));
            progress.epochFigures(epochs.get(epochs.size() - 1));
            progress.epochDone(line(phase, learned, judged, better));
        }

        private ObjectNode json(int number, EpochOfEvents learned, Optional<EpochOfEvents> judged, boolean better) {
            ObjectNode node = JsonNodeFactory.instance
                    .objectNode()
                    .put("epoch", number)
                    .put("learningRate", rule.plan().learningRate())
                    .put("trainingLoss", learned.loss())
                    .put("trainingAccuracy", learned.accuracy());
            judged.ifPresent(
                    found -> node.put("validationLoss", found.loss()).put("validationAccuracy", found.accuracy()));
            return node.put("best", better);
        }

        private static String line(
                String phase, EpochOfEvents learned, Optional<EpochOfEvents> judged, boolean better) {
            return String.format(
                            Locale.ROOT,
                            "%s: loss %.4f, accuracy %.1f %%",
                            phase,
                            learned.loss(),
                            100 * learned.accuracy())
                    + judged.map(found -> String.format(
                                    Locale.ROOT,
                                    "; validation loss %.4f, accuracy %.1f %%",
                                    found.loss(),
                                    100 * found.accuracy()))
                            .orElse("")
                    + (better ? " (best so far)" : "");
        }

        private InputException refusal(String pointer, String message) {
            return new InputException(experiment.head().problem(pointer, message));
        }
    }
}
