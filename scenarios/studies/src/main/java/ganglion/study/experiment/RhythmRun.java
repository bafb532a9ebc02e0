package ganglion.study.experiment;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.quantity.WilsonInterval;
import ganglion.learning.train.EpochReport;
import ganglion.learning.train.TrainingListener;
import ganglion.learning.train.TrainingState;
import ganglion.scenario.experiment.outcome.IntervalJson;
import ganglion.scenario.experiment.outcome.SeedFigure;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import ganglion.scenario.experiment.outcome.TrainingSettings;
import ganglion.scenario.experiment.robustness.DisturbedAccuracy;
import ganglion.scenario.experiment.robustness.RobustnessFigures;
import ganglion.study.rhythm.RhythmTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

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
            trials.add(new Trial(seed, experiment.task().run(seed, settings.threads(), listener(seed))));
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new TrainingOutcome(
                experiment,
                Optional.empty(),
                document(trials, seconds, trials.size() == experiment.seeds()),
                List.of(),
                tables(trials),
                summary(trials),
                List.of(),
                trials.size() == experiment.seeds());
    }

    private static double[] accuracies(List<Trial> trials) {
        return trials.stream().mapToDouble(trial -> trial.result.accuracy()).toArray();
    }

    private List<String> summary(List<Trial> trials) {
        if (trials.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(List.of(RhythmStudy.ACCURACY.line(accuracies(trials))));
        lines.addAll(robustness(trials).lines());
        return lines;
    }

    /** What the seeds reached on average under each further disturbance. */
    private RobustnessFigures robustness(List<Trial> trials) {
        return RobustnessFigures.mean(trials.stream().map(this::robustness).toList());
    }

    private RobustnessFigures robustness(Trial trial) {
        List<DisturbedAccuracy> each = new ArrayList<>();
        int samples = experiment.task().testTrains();
        for (int number = 0; number < experiment.task().trials().size(); number++) {
            String text = experiment.task().trials().get(number).text();
            each.add(new DisturbedAccuracy(
                    text,
                    "",
                    0,
                    text,
                    samples,
                    trial.result.accuracyByTrial().get(number) * samples,
                    OptionalDouble.empty(),
                    experiment.leastAccuracies().get(number),
                    List.of()));
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
            @Override
            public void epochDone(EpochReport report, TrainingState state) {
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
        List<String> header = new ArrayList<>(List.of("seed", "best epoch", "all"));
        header.addAll(RhythmTask.kinds());
        List<List<String>> rows = new ArrayList<>();
        for (Trial trial : trials) {
            List<String> row = new ArrayList<>(List.of(
                    "" + trial.seed,
                    "" + trial.result.bestEpoch(),
                    percent(trial.result.accuracy()) + " " + interval(trial)));
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
        if (!trials.isEmpty()) {
            document.putObject("accuracy").set("test", SeedFigure.statistics(accuracies(trials)));
        }
        robustness(trials).putInto(document);
        document.putObject("wallClock").put("totalSeconds", seconds);
        return document;
    }
}
