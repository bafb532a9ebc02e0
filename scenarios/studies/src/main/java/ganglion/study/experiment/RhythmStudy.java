package ganglion.study.experiment;

import static ganglion.documents.key.Types.integer;
import static ganglion.documents.key.Types.number;
import static ganglion.documents.key.Types.words;

import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.place.Place;
import ganglion.scenario.experiment.key.ExperimentKeys;
import ganglion.scenario.experiment.outcome.SeedFigure;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import ganglion.scenario.experiment.outcome.TrainingSettings;
import ganglion.scenario.experiment.task.Task;
import ganglion.study.rhythm.RhythmTask;
import java.util.List;

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
    private static final Key<Integer> SEEDS = Key.of("seeds", new SeedCountType())
            .says(
                    "Seeds to train and test with: a number of seeds, counting on from that of the experiment, or a list of"
                            + " seeds.")
            .byDefault(5)
            .example(5)
            .example(List.of(1, 2, 3));

    private static final Key<Integer> TICKS = Key.of("ticks", integer().from(60).to(4000))
            .says("Length of a train in ticks of 5 ms.")
            .byDefault(400)
            .example(400);
    private static final Key<Double> JITTER = Key.of("jitter", number().from(0).to(999))
            .says("Standard deviation of the time of each spike, in ms.")
            .byDefault(2.0)
            .example(2);
    private static final Key<Double> MISSING = Key.of(
                    "missing", number().from(0).to(0.99))
            .says("Probability that a spike is missing.")
            .byDefault(0.1)
            .example(0.1);
    private static final Key<Integer> TRAINING = Key.of(
                    "training", integer().from(1).to(1_000_000))
            .says("Number of training trains.")
            .byDefault(1500)
            .example(1500);
    private static final Key<Integer> TEST = Key.of("test", integer().from(1).to(1_000_000))
            .says("Number of test trains; as many others choose the best epoch.")
            .byDefault(1000)
            .example(1000);
    private static final Key<Place> TRAINS = Key.of(
                    "trains",
                    Shape.of("settings of the trains", place -> place, TICKS, JITTER, MISSING, TRAINING, TEST))
            .says("The trains of spikes.")
            .exampleText("{jitter: 2}");
    private static final Key<Integer> EPOCHS = Key.of(
                    "epochs", integer().from(1).to(10_000))
            .says("Number of passes over the training set.")
            .byDefault(5)
            .example(5);

    private static final Shape<Rhythm> SHAPE = Shape.of(
            "an experiment that recognises a rhythm",
            RhythmStudy::read,
            ExperimentKeys.of(
                    WORD,
                    "What is learned: to distinguish trains of spikes with a rhythm from those without.",
                    false,
                    FRONT,
                    SEEDS,
                    TRAINS,
                    EPOCHS));

    /** The accuracy of one seed, and of the first of several that one experiment asks for. */
    static final SeedFigure ACCURACY = SeedFigure.accuracy("test", "test", "/rhythm/seeds/0/testAccuracy");

    /** For {@link java.util.ServiceLoader}. */
    public RhythmStudy() {
        super(
                WORD,
                Rhythm.class,
                SHAPE,
                List.of(ACCURACY),
                "An experiment file of this task says how a network learns to recognise a rhythm.");
    }

    @Override
    public TrainingOutcome run(Rhythm experiment, TrainingSettings settings, TrainingProgress progress) {
        return new RhythmRun(experiment, settings, progress).run();
    }

    private static Rhythm read(Place root) {
        Place trains = ExperimentKeys.section(root, TRAINS);
        RhythmTask task = new RhythmTask(
                FRONT.in(root),
                TICKS.in(trains),
                JITTER.in(trains),
                MISSING.in(trains),
                TRAINING.in(trains),
                TEST.in(trains),
                EPOCHS.in(root));
        return new Rhythm(ExperimentKeys.head(root), task, SEEDS.in(root));
    }
}
