package ganglion.study.experiment;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.quantity.WilsonInterval;
import ganglion.learning.file.TrainedModel;
import ganglion.learning.train.Trainer.EpochReport;
import ganglion.learning.train.Trainer.TrainingListener;
import ganglion.learning.train.Trainer.TrainingState;
import ganglion.scenario.experiment.outcome.IntervalJson;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import ganglion.scenario.experiment.outcome.TrainingOutcome.Table;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import ganglion.scenario.experiment.outcome.TrainingSettings;
import ganglion.scenario.experiment.robustness.BaselineFigures;
import ganglion.scenario.experiment.robustness.Disturbed;
import ganglion.scenario.experiment.robustness.RobustnessFigures;
import ganglion.scenario.experiment.run.WallClock;
import ganglion.study.experiment.Rhythm.RhythmTrial;
import ganglion.study.rhythm.RhythmTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Trains a network to recognise a rhythm. */
final class RhythmRun {

    private final Rhythm experiment;
    private final TrainingSettings settings;
    private final TrainingProgress progress;

    RhythmRun(Rhythm experiment, TrainingSettings settings, TrainingProgress progress) {
        this.experiment = experiment;
        this.settings = settings;
        this.progress = progress;
    }

    TrainingOutcome run() {
        WallClock clock = new WallClock();
        RhythmTask.Result result = experiment.task().run(experiment.head().seed(), settings.threads(), new Epochs());
        clock.end("train");
        boolean complete = !progress.stopRequested();
        int trains = experiment.task().testTrains();
        BaselineFigures baseline = new BaselineFigures(trains, (int) Math.round(result.baselineAccuracy() * trains));
        RobustnessFigures robustness = robustness(result);
        ObjectNode document =
                JsonNodeFactory.instance.objectNode().put("complete", complete).put("bestEpoch", result.bestEpoch());
        document.putObject("validation").put("accuracy", result.validationAccuracy());
        ObjectNode test = document.putObject("test").put("samples", trains).put("accuracy", result.accuracy());
        IntervalJson.put(test, "accuracyInterval", result.accuracy(), trains);
        baseline.putInto(test);
        ObjectNode kinds = test.putObject("accuracyByKind");
        List<List<String>> rows = new ArrayList<>();
        for (int kind = 0; kind < RhythmTask.kinds().size(); kind++) {
            double accuracy = result.accuracyByKind().get(kind);
            kinds.put(RhythmTask.kinds().get(kind), accuracy);
            rows.add(List.of(RhythmTask.kinds().get(kind), String.format(Locale.ROOT, "%.2f %%", 100 * accuracy)));
        }
        robustness.putInto(document);
        document.set("wallClock", clock.json());
        List<Table> tables = new ArrayList<>(
                List.of(new Table("Test trains classified correctly", List.of("kind", "accuracy"), rows)));
        tables.addAll(robustness.tables());
        List<String> summary = new ArrayList<>(List.of(String.format(
                Locale.ROOT,
                "test: accuracy %.2f %% %s",
                100 * result.accuracy(),
                WilsonInterval.of(result.accuracy(), trains).percent())));
        summary.add(baseline.line("test", result.accuracy()));
        summary.addAll(robustness.lines());
        return new TrainingOutcome(
                experiment,
                Optional.of(new TrainedModel(
                        result.model(), RhythmTask.CLASSES, experiment.head().document())),
                document,
                robustness.charts(),
                tables,
                summary,
                List.of(),
                complete);
    }

    private RobustnessFigures robustness(RhythmTask.Result result) {
        List<Disturbed> each = new ArrayList<>();
        int samples = experiment.task().testTrains();
        for (int number = 0; number < experiment.trials().size(); number++) {
            RhythmTrial tried = experiment.trials().get(number);
            each.add(Disturbed.ofDecisions(
                    new Disturbed.Level(
                            tried.kind(),
                            tried.axis(),
                            tried.strength(),
                            tried.disturbance().text(),
                            tried.leastAccuracy()),
                    samples,
                    result.accuracyByTrial().get(number) * samples,
                    result.baselineByTrial().get(number) * samples));
        }
        return new RobustnessFigures("test", each);
    }

    private final class Epochs implements TrainingListener {

        private boolean begun;

        /** Not before the first epoch, without which there is no network to judge. */
        @Override
        public boolean stop() {
            return begun && progress.stopRequested();
        }

        @Override
        public void epochDone(EpochReport report, TrainingState state) {
            begun = true;
            progress.epochDone(String.format(
                    Locale.ROOT,
                    "epoch %d/%d: loss %.4f, validation %.2f %%",
                    report.epoch() + 1,
                    experiment.task().epochs(),
                    report.trainingLoss(),
                    100 * report.validation().orElseThrow().confusion().accuracy()));
        }
    }
}
