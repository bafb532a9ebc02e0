package ganglion.study.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.quantity.WilsonInterval;
import ganglion.learning.file.ModelFiles.SavedModel;
import ganglion.learning.file.TrainedModel;
import ganglion.learning.train.Trainer.EpochReport;
import ganglion.learning.train.Trainer.TrainingListener;
import ganglion.learning.train.Trainer.TrainingState;
import ganglion.scenario.experiment.key.ExperimentKeys;
import ganglion.scenario.experiment.outcome.IntervalJson;
import ganglion.scenario.experiment.outcome.SeedFigure;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import ganglion.scenario.experiment.outcome.TrainingSettings;
import ganglion.scenario.experiment.robustness.Disturbed;
import ganglion.scenario.experiment.robustness.RobustnessFigures;
import ganglion.study.experiment.Rhythm.RhythmTrial;
import ganglion.study.rhythm.RhythmTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Trains a network to recognise a rhythm, with one seed after the other. */
public final class RhythmRun {

    private final Rhythm experiment;
    private final TrainingSettings settings;
    private final TrainingProgress progress;

    /** The result of one seed. */
    private record Trial(long seed, RhythmTask.Result result) {}

    RhythmRun(Rhythm experiment, TrainingSettings settings, TrainingProgress progress) {
        this.experiment = experiment;
        this.settings = settings;
        this.progress = progress;
    }

    TrainingOutcome run() {
        long start = System.nanoTime();
        List<Trial> trials = new ArrayList<>();
        for (int i = 0; i < experiment.seeds() && !progress.stopRequested(); i++) {
            long seed = experiment.head().seed() + i;
            RhythmTask.Result result = experiment.task().run(seed, settings.threads(), listener(seed));
            if (trials.isEmpty() || !progress.stopRequested()) {
                trials.add(new Trial(seed, result)); // a seed that was cut short is better than none
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        boolean complete = trials.size() == experiment.seeds() && !progress.stopRequested();
        return new TrainingOutcome(
                experiment,
                best(trials).map(this::model),
                document(trials, seconds, complete),
                robustness(trials).charts(),
                tables(trials),
                summary(trials),
                List.of(),
                complete);
    }

    /** By accuracy in validation; the first of those that are equal. */
    private static Optional<Trial> best(List<Trial> trials) {
        return trials.stream()
                .reduce((best, other) ->
                        other.result.validationAccuracy() > best.result.validationAccuracy() ? other : best);
    }

    /** The model with an experiment of its seed alone. */
    private SavedModel model(Trial trial) {
        return new TrainedModel(trial.result.model(), RhythmTask.CLASSES, documentOf(trial.seed));
    }

    private String documentOf(long seed) {
        try {
            ObjectNode document =
                    (ObjectNode) new ObjectMapper().readTree(experiment.head().document());
            return document.put(ExperimentKeys.SEED.name(), seed).toPrettyString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("our own document is not JSON", e);
        }
    }

    private static double[] accuracies(List<Trial> trials) {
        return trials.stream().mapToDouble(trial -> trial.result.accuracy()).toArray();
    }

    /** With how many seeds the network is not better; empty if it always is. */
    private static String notBetter(List<Trial> trials) {
        long seeds = trials.stream()
                .filter(trial -> trial.result.accuracy() <= trial.result.baselineAccuracy())
                .count();
        return seeds == 0 ? "" : "; the network is not better with " + seeds + " of " + trials.size();
    }

    private static double[] baselines(List<Trial> trials) {
        return trials.stream()
                .mapToDouble(trial -> trial.result.baselineAccuracy())
                .toArray();
    }

    private List<String> summary(List<Trial> trials) {
        if (trials.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(List.of(RhythmStudy.ACCURACY.line(accuracies(trials))));
        lines.add(SeedFigure.accuracy("", "naive baseline, test", "").line(baselines(trials)) + notBetter(trials));
        if (trials.size() > 1) {
            lines.add("model of seed " + best(trials).orElseThrow().seed + ", the best in validation");
        }
        lines.addAll(robustness(trials).lines());
        return lines;
    }

    /** What the seeds reached on average under each further disturbance. */
    private RobustnessFigures robustness(List<Trial> trials) {
        return RobustnessFigures.mean(trials.stream().map(this::robustness).toList());
    }

    private RobustnessFigures robustness(Trial trial) {
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
                    trial.result.accuracyByTrial().get(number) * samples,
                    trial.result.baselineByTrial().get(number) * samples));
        }
        return new RobustnessFigures("test", each);
    }

    private List<TrainingOutcome.Table> tables(List<Trial> trials) {
        List<TrainingOutcome.Table> tables = new ArrayList<>(List.of(table(trials)));
        tables.addAll(robustness(trials).tables());
        return tables;
    }

    private TrainingListener listener(long seed) {
        return new TrainingListener() {
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
                        "seed %d, epoch %d/%d: loss %.4f, validation %.2f %%",
                        seed,
                        report.epoch() + 1,
                        experiment.task().epochs(),
                        report.trainingLoss(),
                        100 * report.validation().orElseThrow().confusion().accuracy()));
            }
        };
    }

    private TrainingOutcome.Table table(List<Trial> trials) {
        List<String> header = new ArrayList<>(List.of("seed", "best epoch", "all", "naive baseline"));
        header.addAll(RhythmTask.kinds());
        List<List<String>> rows = new ArrayList<>();
        for (Trial trial : trials) {
            List<String> row = new ArrayList<>(List.of(
                    "" + trial.seed,
                    "" + trial.result.bestEpoch(),
                    percent(trial.result.accuracy()) + " " + interval(trial),
                    percent(trial.result.baselineAccuracy())));
            trial.result.accuracyByKind().forEach(accuracy -> row.add(percent(accuracy)));
            rows.add(row);
        }
        return new TrainingOutcome.Table("Test trains classified correctly, in %", header, rows);
    }

    private String interval(Trial trial) {
        return WilsonInterval.of(trial.result.accuracy(), experiment.task().testTrains())
                .percent();
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f", 100 * share);
    }

    private ObjectNode document(List<Trial> trials, double seconds, boolean complete) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("complete", complete);
        ArrayNode results = document.putObject("rhythm").putArray("seeds");
        for (Trial trial : trials) {
            ObjectNode result = results.addObject()
                    .put("seed", trial.seed)
                    .put("bestEpoch", trial.result.bestEpoch())
                    .put("validationAccuracy", trial.result.validationAccuracy())
                    .put("baselineAccuracy", trial.result.baselineAccuracy())
                    .put("testAccuracy", trial.result.accuracy());
            IntervalJson.put(
                    result,
                    "testAccuracyInterval",
                    trial.result.accuracy(),
                    experiment.task().testTrains());
            ObjectNode kinds = result.putObject("testAccuracyByKind");
            for (int kind = 0; kind < RhythmTask.kinds().size(); kind++) {
                kinds.put(
                        RhythmTask.kinds().get(kind),
                        trial.result.accuracyByKind().get(kind));
            }
        }
        best(trials).ifPresent(best -> {
            document.put("bestSeed", best.seed);
            document.putObject("validation").put("accuracy", best.result.validationAccuracy());
            document.putObject("accuracy").set("test", SeedFigure.statistics(accuracies(trials)));
        });
        robustness(trials).putInto(document);
        document.putObject("wallClock").put("totalSeconds", seconds);
        return document;
    }
}
