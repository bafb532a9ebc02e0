package ganglion.rule.experiment;

import ganglion.documents.InputException;
import ganglion.learning.data.LabelledSamples;
import ganglion.learning.file.TrainedRule;
import ganglion.learning.rule.RuleClassifier.RuleEvaluation;
import ganglion.learning.sample.Sample;
import ganglion.learning.tempotron.MapTempotron;
import ganglion.learning.train.DataSet;
import ganglion.learning.train.Evaluator.Evaluation;
import ganglion.rule.experiment.ClassifierRule.RuleClassification;
import ganglion.runtime.ThreadedTasks;
import ganglion.scenario.experiment.data.Examples;
import ganglion.scenario.experiment.data.ExperimentSamples;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import ganglion.scenario.experiment.outcome.TrainingSettings;
import ganglion.scenario.experiment.robustness.RobustnessTrials;
import ganglion.scenario.experiment.run.ClassifierReport;
import ganglion.scenario.experiment.run.WallClock;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Trains a map and tempotrons, and evaluates them. For one use. */
final class MapTempotronRun {

    private final RuleClassification experiment;
    private final TrainingSettings settings;
    private final TrainingProgress progress;

    MapTempotronRun(RuleClassification experiment, TrainingSettings settings, TrainingProgress progress) {
        this.experiment = experiment;
        this.settings = settings;
        this.progress = progress;
    }

    TrainingOutcome run() throws InputException {
        WallClock clock = new WallClock();
        RobustnessTrials trials = RobustnessTrials.of(experiment);
        ExperimentSamples samples = ExperimentSamples.read(experiment, progress);
        clock.end("read");
        progress.advanced("learning", 0);
        MapTempotron classifier = fit(samples);
        clock.end("train");
        progress.advanced("evaluating the classifier", 0);
        Function<DataSet, Evaluation> decides = set -> RuleEvaluation.of(classifier, set);
        ClassifierReport report = new ClassifierReport(
                experiment, samples, trials.run(samples, decides, new ThreadedTasks(settings.threads()), progress));
        report.training(decides);
        report.validationAndTest(decides, (found, examples, section, lines) -> {});
        return report.outcome(
                new TrainedRule(classifier, experiment.head().document()),
                List.of(),
                List.of(),
                clock,
                !progress.stopRequested());
    }

    private MapTempotron fit(ExperimentSamples samples) throws InputException {
        MapTempotron.Settings map = ((ClassifierRule.MapAndTempotrons) experiment.rule()).settings();
        try {
            return MapTempotron.fit(
                    labelled(samples.training(), samples.classes()),
                    map,
                    experiment.head().seed());
        } catch (IllegalArgumentException e) {
            throw new InputException(experiment.head().problem("/data/training", e.getMessage()));
        }
    }

    private static LabelledSamples labelled(Examples examples, List<String> classes) {
        List<Sample> samples = IntStream.range(0, examples.size())
                .mapToObj(i -> examples.sample(i, 0))
                .toList();
        return new LabelledSamples(samples, classes);
    }
}
