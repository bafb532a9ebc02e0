package ganglion.rule.experiment;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.InputException;
import ganglion.learning.data.LabelledSamples;
import ganglion.learning.file.ModelFiles.SavedModel;
import ganglion.learning.file.TrainedRule;
import ganglion.learning.rule.RuleClassifier;
import ganglion.learning.rule.RuleEvaluation;
import ganglion.learning.sample.Sample;
import ganglion.learning.stdp.StdpClassifier;
import ganglion.learning.tempotron.MapTempotron;
import ganglion.learning.train.Evaluator.Evaluation;
import ganglion.rule.experiment.ClassifierRule.RuleClassification;
import ganglion.runtime.ThreadedTasks;
import ganglion.scenario.experiment.data.Examples;
import ganglion.scenario.experiment.data.ExperimentSamples;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import ganglion.scenario.experiment.outcome.TrainingSettings;
import ganglion.scenario.experiment.robustness.BaselineFigures;
import ganglion.scenario.experiment.robustness.RobustnessTrials;
import ganglion.scenario.experiment.run.DataJson;
import ganglion.scenario.experiment.run.EvaluationJson;
import ganglion.scenario.experiment.run.EvaluationText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Trains a classifier by a rule, and evaluates it. For one use. */
final class RuleRun {

    private final RuleClassification experiment;
    private final TrainingSettings settings;
    private final TrainingProgress progress;
    private final List<TrainingOutcome.Table> tables = new ArrayList<>();
    private final List<String> summary = new ArrayList<>();
    private final ObjectNode result = JsonNodeFactory.instance.objectNode();

    RuleRun(RuleClassification experiment, TrainingSettings settings, TrainingProgress progress) {
        this.experiment = experiment;
        this.settings = settings;
        this.progress = progress;
    }

    TrainingOutcome run() throws InputException {
        long start = System.nanoTime();
        RobustnessTrials trials = RobustnessTrials.of(experiment);
        ExperimentSamples samples = ExperimentSamples.read(experiment, progress);
        result.put("complete", true);
        result.set("data", DataJson.of(samples));
        progress.advanced("learning", 0);
        long learning = System.nanoTime();
        RuleClassifier classifier = fit(samples);
        progress.advanced("evaluating the classifier", 0);
        long judging = System.nanoTime();
        RobustnessTrials.Outcome tried = trials.run(
                samples, set -> RuleEvaluation.of(classifier, set), new ThreadedTasks(settings.threads()), progress);
        describe("training", classifier, samples.training(), samples.classes(), Optional.empty());
        describe("validation", classifier, samples.validation(), samples.classes(), tried.validation());
        describe("test", classifier, samples.test(), samples.classes(), tried.test());
        tried.disturbed().putInto(result);
        summary.addAll(tried.disturbed().lines());
        tables.addAll(tried.disturbed().tables());
        boolean complete = !progress.stopRequested();
        result.put("complete", complete);
        result.putObject("wallClock")
                .put("readSeconds", (learning - start) / 1e9)
                .put("trainSeconds", (judging - learning) / 1e9)
                .put("totalSeconds", (System.nanoTime() - start) / 1e9);
        SavedModel model = new TrainedRule(classifier, experiment.head().document());
        return new TrainingOutcome(
                experiment,
                Optional.of(model),
                result,
                tried.disturbed().charts(),
                tables,
                summary,
                List.of(),
                complete);
    }

    private RuleClassifier fit(ExperimentSamples samples) throws InputException {
        try {
            return fit(
                    experiment.rule(),
                    labelled(samples.training(), samples.classes()),
                    experiment.head().seed());
        } catch (IllegalArgumentException e) {
            throw new InputException(experiment.head().problem("/data/training", e.getMessage()));
        }
    }

    private static RuleClassifier fit(ClassifierRule rule, LabelledSamples training, long seed) {
        if (rule instanceof ClassifierRule.MapAndTempotrons map) {
            return MapTempotron.fit(training, map.settings(), seed);
        }
        ClassifierRule.SpikeTiming timing = (ClassifierRule.SpikeTiming) rule;
        return StdpClassifier.fit(training, timing.settings(), timing.epochs(), seed);
    }

    private void describe(
            String set,
            RuleClassifier classifier,
            Examples examples,
            List<String> classes,
            Optional<BaselineFigures> baseline) {
        if (examples.size() == 0) {
            result.putNull(set);
            return;
        }
        Evaluation found = RuleEvaluation.of(classifier, examples);
        summary.add(EvaluationText.line(set, found));
        tables.addAll(EvaluationText.tables(set, found, classes));
        ObjectNode section = EvaluationJson.of(found, classes, examples.names());
        baseline.ifPresent(naive -> {
            naive.putInto(section);
            summary.add(naive.line(set, found.confusion().accuracy()));
        });
        result.set(set, section);
    }

    private static LabelledSamples labelled(Examples examples, List<String> classes) {
        List<Sample> samples = IntStream.range(0, examples.size())
                .mapToObj(i -> examples.sample(i, 0))
                .toList();
        return new LabelledSamples(samples, classes);
    }
}
