package ganglion.study.rhythm;

import static ganglion.documents.key.Types.hertz;
import static ganglion.documents.key.Types.integer;
import static ganglion.documents.key.Types.listOf;
import static ganglion.documents.key.Types.number;
import static ganglion.documents.key.Types.words;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.place.Place;
import ganglion.documents.quantity.WilsonInterval;
import ganglion.learning.data.Performer;
import ganglion.learning.data.SpikeBinning;
import ganglion.learning.file.TrainedModel;
import ganglion.learning.sample.Sample;
import ganglion.learning.train.Trainer.EpochReport;
import ganglion.learning.train.Trainer.TrainingListener;
import ganglion.learning.train.Trainer.TrainingState;
import ganglion.scenario.experiment.Experiment;
import ganglion.scenario.experiment.ExperimentHead;
import ganglion.scenario.experiment.Features;
import ganglion.scenario.experiment.data.Example;
import ganglion.scenario.experiment.data.MadeSamples;
import ganglion.scenario.experiment.key.ExperimentKeys;
import ganglion.scenario.experiment.key.RobustnessKeys;
import ganglion.scenario.experiment.outcome.IntervalJson;
import ganglion.scenario.experiment.outcome.SeedFigure;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import ganglion.scenario.experiment.outcome.TrainingOutcome.Table;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import ganglion.scenario.experiment.outcome.TrainingSettings;
import ganglion.scenario.experiment.robustness.BaselineFigures;
import ganglion.scenario.experiment.robustness.Disturbed;
import ganglion.scenario.experiment.robustness.RobustnessFigures;
import ganglion.scenario.experiment.run.WallClock;
import ganglion.scenario.experiment.task.ModelUse;
import ganglion.scenario.experiment.task.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Experiments that recognise a rhythm. */
public final class RhythmStudy extends Task<RhythmStudy.Rhythm> {

    /**
     * An experiment that recognises a rhythm.
     *
     * @param head common to all experiments
     * @param task the training
     * @param trials the further disturbances of the task, and what is expected under them
     */
    record Rhythm(ExperimentHead head, RhythmTask task, List<RhythmTrial> trials) implements Experiment, MadeSamples {

        /** Takes a copy of the list. */
        public Rhythm {
            trials = List.copyOf(trials);
        }

        @Override
        public List<Example> testSet() {
            List<Sample> samples = task.testSamples(head.seed());
            return IntStream.range(0, samples.size())
                    .mapToObj(number -> new Example(
                            "train " + number,
                            RhythmTask.CLASSES.get(samples.get(number).label()),
                            "",
                            head.file(),
                            Optional.of(samples.get(number).input()),
                            Performer.AS_RECORDED))
                    .toList();
        }
    }

    /**
     * A disturbance that the finished network is tried under.
     *
     * @param disturbance of the test trains
     * @param kind what is changed, human-readable; the text of the disturbance if several things are
     * @param axis of the strength, with the unit; empty if several things change at once
     * @param strength on that axis, 0 if there is none
     * @param leastAccuracy that is expected of the mean of the seeds, 0 to 1; absent if nothing is
     */
    record RhythmTrial(
            RhythmDisturbance disturbance, String kind, String axis, double strength, OptionalDouble leastAccuracy) {}

    private static final String WORD = "rhythm";

    /** Half of the ticks have an extra spike. */
    private static final double FASTEST_EXTRA_HERTZ = 100;

    private static final Key<RhythmTask.Front> FRONT = Key.of(
                    "front", words("delays or time-constants", RhythmTask.Front.class))
            .says(
                    "Input of the trained layers: coincidences of the train with itself 10 to 250 ms ago; or the train alone, in"
                            + " 32 neurons that learn the time constants of their membranes and synapses.")
            .byDefault(RhythmTask.Front.DELAYS)
            .example("delays");
    private static final Key<Integer> TICKS = Key.of("ticks", integer().from(60).to(4000))
            .says("Length of a train in ticks of 5 ms.")
            .byDefault(400);
    private static final Key<Double> JITTER = Key.of("jitter", number().from(0).to(999))
            .says("Standard deviation of the time of each spike, in ms.")
            .byDefault(2.0);
    private static final Key<Double> MISSING = Key.of(
                    "missing", number().from(0).to(0.99))
            .says("Probability that a spike is missing.")
            .byDefault(0.1);
    private static final Key<Double> TEMPO = Key.of("tempo", number().from(0).to(0.14))
            .says("Largest change of the tempo of trains with the rhythm, as a share, drawn for each train.")
            .byDefault(0.0)
            .example(0.1);
    private static final Key<Double> EXTRA = Key.of("extra", hertz())
            .says("Rate of further spikes that have nothing to do with the train, up to 100 Hz.")
            .byDefault(0.0)
            .example("5 Hz");
    private static final Key<Integer> TRAINING = Key.of(
                    "training", integer().from(1).to(1_000_000))
            .says("Number of training trains.")
            .byDefault(1500);
    private static final Key<Integer> TEST = Key.of("test", integer().from(1).to(1_000_000))
            .says("Number of test trains; as many others choose the best epoch.")
            .byDefault(1000);
    private static final Key<Place> TRAINS = Key.of(
                    "trains",
                    Shape.of(
                            "settings of the trains",
                            place -> place,
                            TICKS,
                            JITTER,
                            MISSING,
                            TEMPO,
                            EXTRA,
                            TRAINING,
                            TEST))
            .says("The trains of spikes.")
            .exampleText("{jitter: 2}");
    private static final Key<Integer> HIDDEN = Key.of(
                    "hidden", integer().from(0).to(10_000))
            .says(
                    "Number of hidden neurons between coincidences and read-out, with learned decays; none with time-constants.")
            .byDefault(0)
            .example(64);
    private static final Key<Double> LEAST_ACCURACY = Key.of(
                    "least-accuracy", number().from(0).to(1))
            .says("Accuracy that the mean of the seeds is expected to reach; where it is missed, `train` ends with 1.")
            .example(0.97);
    private static final Key<List<RhythmTrial>> ROBUSTNESS = Key.of(
                    "robustness",
                    listOf(
                                    "a list of disturbances",
                                    Shape.of(
                                            "a disturbance",
                                            RhythmStudy::trial,
                                            JITTER,
                                            MISSING,
                                            TEMPO,
                                            EXTRA,
                                            LEAST_ACCURACY))
                            .size(1, RobustnessKeys.MOST_DISTURBANCES))
            .says("Disturbances of further test trains. What is left out has the same default as in `trains`.")
            .exampleText("[{jitter: 5}, {tempo: 0.1, least-accuracy: 0.97}]");
    private static final Key<Integer> EPOCHS = Key.of(
                    "epochs", integer().from(1).to(10_000))
            .says("Number of passes over the training set.")
            .byDefault(5);

    /**
     * A change of the trains, and how its strength is drawn.
     *
     * @param size of the unit of the strength, in that of the key
     */
    private record Change(Key<Double> key, String kind, String axis, double size) {}

    private static final List<Change> CHANGES = List.of(
            new Change(JITTER, "jitter", "deviation, ms", 1),
            new Change(MISSING, "missing spikes", "share, %", 0.01),
            new Change(TEMPO, "changes of the tempo", "largest change, %", 0.01),
            new Change(EXTRA, "extra spikes", "rate, Hz", 1));

    private static final Shape<Rhythm> SHAPE = Shape.of(
            "an experiment that recognises a rhythm",
            RhythmStudy::read,
            ExperimentKeys.of(
                    WORD,
                    "What is learned: to distinguish trains of spikes with a rhythm from those without.",
                    false,
                    FRONT,
                    TRAINS,
                    HIDDEN,
                    EPOCHS,
                    ROBUSTNESS));

    /** For {@link java.util.ServiceLoader}. */
    public RhythmStudy() {
        super(
                WORD,
                Rhythm.class,
                SHAPE,
                SeedFigure.BESIDE_BASELINES,
                "An experiment file of this task says how a network learns to recognise a rhythm.");
    }

    @Override
    public TrainingOutcome run(Rhythm experiment, TrainingSettings settings, TrainingProgress progress) {
        return new RhythmRun(experiment, settings, progress).run();
    }

    @Override
    public Optional<ModelUse> use(Place experiment) {
        RhythmTask task = task(experiment, List.of());
        Features train = new Features.Recorded(new SpikeBinning(RhythmTask.tickSeconds(), task.ticks(), 1));
        return Optional.of(new ModelUse(train, task.plan(ExperimentKeys.SEED.in(experiment)), "", Optional.empty()));
    }

    private static Rhythm read(Place root) {
        List<RhythmTrial> trials = ROBUSTNESS.find(root).orElse(List.of());
        RhythmTask task =
                task(root, trials.stream().map(RhythmTrial::disturbance).toList());
        return new Rhythm(ExperimentKeys.head(root), task, trials);
    }

    private static RhythmTask task(Place root, List<RhythmDisturbance> trials) {
        Place trains = ExperimentKeys.section(root, TRAINS);
        RhythmTask.Front front = FRONT.in(root);
        int hidden = HIDDEN.in(root);
        if (front == RhythmTask.Front.TIME_CONSTANTS && hidden > 0) {
            HIDDEN.at(root)
                    .problem(
                            "found " + hidden + ", expected none with time-constants, which have neurons of their own");
        }
        return new RhythmTask(
                front,
                TICKS.in(trains),
                disturbance(trains),
                hidden,
                TRAINING.in(trains),
                TEST.in(trains),
                EPOCHS.in(root),
                trials);
    }

    private static RhythmTrial trial(Place place) {
        RhythmDisturbance disturbance = disturbance(place);
        OptionalDouble least =
                LEAST_ACCURACY.find(place).map(OptionalDouble::of).orElse(OptionalDouble.empty());
        List<Change> written = CHANGES.stream()
                .filter(change -> change.key().find(place).isPresent())
                .toList();
        if (written.size() != 1) {
            return new RhythmTrial(disturbance, disturbance.text(), "", 0, least);
        }
        Change change = written.get(0);
        double strength = Math.rint(change.key().in(place) / change.size() * 1e9) / 1e9;
        return new RhythmTrial(disturbance, change.kind(), change.axis(), strength, least);
    }

    private static RhythmDisturbance disturbance(Place place) {
        double extra = EXTRA.in(place);
        if (extra > FASTEST_EXTRA_HERTZ) {
            EXTRA.at(place).problem("found " + extra + " Hz, expected at most " + FASTEST_EXTRA_HERTZ + " Hz");
        }
        return new RhythmDisturbance(
                JITTER.in(place), MISSING.in(place), TEMPO.in(place), Math.min(extra, FASTEST_EXTRA_HERTZ));
    }

    /** Trains a network to recognise a rhythm. */
    private static final class RhythmRun {

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
            RhythmTask.Result result =
                    experiment.task().run(experiment.head().seed(), settings.threads(), new Epochs());
            clock.end("train");
            boolean complete = !progress.stopRequested();
            int trains = experiment.task().testTrains();
            BaselineFigures baseline =
                    new BaselineFigures(trains, (int) Math.round(result.baselineAccuracy() * trains));
            RobustnessFigures robustness = robustness(result);
            ObjectNode document = JsonNodeFactory.instance
                    .objectNode()
                    .put("complete", complete)
                    .put("bestEpoch", result.bestEpoch());
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
                            result.model(),
                            RhythmTask.CLASSES,
                            experiment.head().document())),
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
}
