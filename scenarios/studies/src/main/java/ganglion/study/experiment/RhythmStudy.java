package ganglion.study.experiment;

import static ganglion.documents.key.Types.hertz;
import static ganglion.documents.key.Types.integer;
import static ganglion.documents.key.Types.listOf;
import static ganglion.documents.key.Types.number;
import static ganglion.documents.key.Types.words;

import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.place.Place;
import ganglion.learning.data.SpikeBinning;
import ganglion.scenario.experiment.Features;
import ganglion.scenario.experiment.key.ExperimentKeys;
import ganglion.scenario.experiment.key.RobustnessKeys;
import ganglion.scenario.experiment.outcome.SeedFigure;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import ganglion.scenario.experiment.outcome.TrainingSettings;
import ganglion.scenario.experiment.task.ModelUse;
import ganglion.scenario.experiment.task.Task;
import ganglion.study.experiment.Rhythm.RhythmTrial;
import ganglion.study.rhythm.RhythmDisturbance;
import ganglion.study.rhythm.RhythmTask;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Experiments that recognise a rhythm. */
public final class RhythmStudy extends Task<Rhythm> {

    private static final String WORD = "rhythm";

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
        if (extra > RhythmDisturbance.FASTEST_EXTRA_HERTZ) {
            EXTRA.at(place)
                    .problem("found " + extra + " Hz, expected at most " + RhythmDisturbance.FASTEST_EXTRA_HERTZ
                            + " Hz");
        }
        return new RhythmDisturbance(
                JITTER.in(place),
                MISSING.in(place),
                TEMPO.in(place),
                Math.min(extra, RhythmDisturbance.FASTEST_EXTRA_HERTZ));
    }
}
