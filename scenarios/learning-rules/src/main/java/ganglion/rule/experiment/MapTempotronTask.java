package ganglion.rule.experiment;

import static ganglion.documents.key.Types.fractionalTicks;
import static ganglion.documents.key.Types.integer;
import static ganglion.documents.key.Types.number;
import static ganglion.scenario.experiment.key.DataKeys.DATA;
import static ganglion.scenario.experiment.key.FeatureKeys.FEATURES;

import ganglion.documents.InputException;
import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.place.Place;
import ganglion.learning.tempotron.MapTempotron;
import ganglion.learning.tempotron.SelfOrganisingMap;
import ganglion.learning.tempotron.Tempotron;
import ganglion.rule.experiment.ClassifierRule.RuleClassification;
import ganglion.scenario.experiment.Features;
import ganglion.scenario.experiment.key.ExperimentKeys;
import ganglion.scenario.experiment.key.RobustnessKeys;
import ganglion.scenario.experiment.outcome.SeedFigure;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import ganglion.scenario.experiment.outcome.TrainingSettings;
import ganglion.scenario.experiment.task.Task;

/** Experiments that train a classifier of sounds from a map and tempotrons. */
public final class MapTempotronTask extends Task<RuleClassification> {

    private static final double USUAL_MEMBRANE_STEPS = 10;
    private static final double USUAL_MEMBRANE_TO_SYNAPSES = 4;
    private static final int MOST_EPOCHS = 100_000;
    private static final SelfOrganisingMap.Settings USUAL_MAP = SelfOrganisingMap.Settings.of(1, 1, 10);

    private static final Key<Integer> WIDTH = Key.of("width", integer().from(1).to(256))
            .says("Units in a row.")
            .required()
            .example(12);
    private static final Key<Integer> HEIGHT =
            Key.of("height", integer().from(1).to(256)).says("Rows.").required().example(12);
    private static final Key<Integer> MAP_EPOCHS = Key.of(
                    "epochs", integer().from(1).to(MOST_EPOCHS))
            .says("Number of passes of the map over all frames.")
            .byDefault(USUAL_MAP.epochs())
            .example(10);
    private static final Key<Double> FIRST_RATE = Key.of(
                    "first-rate", number().above(0).to(1))
            .says("Share of the distance to a frame by which the winner moves in the first epoch.")
            .byDefault(USUAL_MAP.firstRate())
            .example(0.5);
    private static final Key<Double> LAST_RATE = Key.of(
                    "last-rate", number().above(0).to(1))
            .says("The same in the last epoch.")
            .byDefault(USUAL_MAP.lastRate())
            .example(0.01);
    private static final Key<Double> FIRST_RADIUS = Key.of("first-radius", number().above(0))
            .says("Width of the neighbourhood in the first epoch, in units. Left out, half the longer side.")
            .example(6);
    private static final Key<Double> LAST_RADIUS = Key.of("last-radius", number().above(0))
            .says("The same in the last epoch.")
            .byDefault(USUAL_MAP.lastRadius())
            .example(0.5);
    private static final Key<Integer> UNITS_PER_FRAME = Key.of(
                    "units-per-frame", integer().from(1).to(65_536))
            .says("Number of units, the nearest ones, that fire for a frame.")
            .byDefault(1);
    private static final Key<SelfOrganisingMap.Settings> MAP = Key.of(
                    "map",
                    Shape.of(
                            "settings of a map",
                            MapTempotronTask::map,
                            WIDTH,
                            HEIGHT,
                            MAP_EPOCHS,
                            FIRST_RATE,
                            LAST_RATE,
                            FIRST_RADIUS,
                            LAST_RADIUS,
                            UNITS_PER_FRAME))
            .says("The self-organising map, made of the frames of all sounds of the training set, without labels.")
            .required()
            .exampleText("{width: 12, height: 12}");

    private static final Key<Integer> EPOCHS = Key.of(
                    "epochs", integer().from(1).to(MOST_EPOCHS))
            .says("Largest number of passes over all patterns; training stops early without an error.")
            .required()
            .example(60);
    private static final Key<Integer> PER_CLASS = Key.of(
                    "per-class", integer().from(1).to(1000))
            .says("Number of tempotrons per class.")
            .byDefault(10);
    private static final Key<Double> MEMBRANE = Key.of("membrane", fractionalTicks())
            .says("Time constant of the membrane, above that of the synapses. Left out, 10 steps.")
            .example("100 ms");
    private static final Key<Double> SYNAPSES = Key.of("synapses", fractionalTicks())
            .says("Time constant of the synapses. Left out, a quarter of the membrane's.")
            .example("25 ms");
    private static final Key<Double> LEARNING_RATE = Key.of("learning-rate", number().above(0))
            .says("Step size of the weights.")
            .byDefault(0.01);
    private static final Key<Double> MOMENTUM = Key.of(
                    "momentum", number().from(0).below(1))
            .says("Share of the last change that is added again.")
            .byDefault(0.5);
    private static final Key<Double> MARGIN = Key.of("margin", number().from(0))
            .says(
                    "Distance from the threshold, which is 1, that a potential must keep for a pattern to count as learned.")
            .byDefault(0.25);
    private static final Key<Tempotron.Settings> TEMPOTRONS = Key.of(
                    "tempotrons",
                    Shape.of(
                            "settings of tempotrons",
                            MapTempotronTask::tempotron,
                            EPOCHS,
                            PER_CLASS,
                            MEMBRANE,
                            SYNAPSES,
                            LEARNING_RATE,
                            MOMENTUM,
                            MARGIN))
            .says("The tempotrons, which learn to fire for the patterns of their class; most votes win.")
            .required()
            .exampleText("{epochs: 60}");

    private static final Shape<RuleClassification> SHAPE = Shape.of(
            "an experiment that trains a classifier",
            MapTempotronTask::read,
            ExperimentKeys.of(
                    RuleClassification.MAP_TEMPOTRON,
                    "What is learned: to classify samples, by a map of frames and tempotrons.",
                    false,
                    DATA,
                    FEATURES,
                    MAP,
                    TEMPOTRONS,
                    RobustnessKeys.ROBUSTNESS));

    /** For {@link java.util.ServiceLoader}. */
    public MapTempotronTask() {
        super(
                RuleClassification.MAP_TEMPOTRON,
                RuleClassification.class,
                SHAPE,
                SeedFigure.BESIDE_BASELINES,
                "An experiment file of this task says how a self-organising map and tempotrons learn to classify sounds"
                        + " (Wu et al. 2018).");
    }

    @Override
    public TrainingOutcome run(RuleClassification experiment, TrainingSettings settings, TrainingProgress progress)
            throws InputException {
        return new MapTempotronRun(experiment, settings, progress).run();
    }

    private static RuleClassification read(Place root) {
        Features features = FEATURES.in(root);
        MapTempotron.Settings settings = MapTempotron.Settings.of(1, USUAL_MEMBRANE_STEPS, 1);
        try {
            settings = settings(root);
        } catch (IllegalArgumentException e) {
            TEMPOTRONS.at(root).problem(e.getMessage());
        }
        return new RuleClassification(
                ExperimentKeys.head(root),
                DATA.in(root),
                features,
                new ClassifierRule.MapAndTempotrons(settings),
                RobustnessKeys.allOf(root));
    }

    private static MapTempotron.Settings settings(Place root) {
        Place tempotrons = TEMPOTRONS.at(root);
        return new MapTempotron.Settings(
                MAP.in(root),
                UNITS_PER_FRAME.in(MAP.at(root)),
                TEMPOTRONS.in(root),
                PER_CLASS.in(tempotrons),
                MARGIN.in(tempotrons),
                EPOCHS.in(tempotrons));
    }

    private static Tempotron.Settings tempotron(Place place) {
        double membrane = MEMBRANE.find(place).orElse(USUAL_MEMBRANE_STEPS);
        return new Tempotron.Settings(
                membrane,
                SYNAPSES.find(place).orElse(membrane / USUAL_MEMBRANE_TO_SYNAPSES),
                1,
                LEARNING_RATE.in(place),
                MOMENTUM.in(place));
    }

    private static SelfOrganisingMap.Settings map(Place place) {
        SelfOrganisingMap.Settings usual =
                SelfOrganisingMap.Settings.of(WIDTH.in(place), HEIGHT.in(place), MAP_EPOCHS.in(place));
        return new SelfOrganisingMap.Settings(
                usual.width(),
                usual.height(),
                usual.epochs(),
                FIRST_RATE.in(place),
                LAST_RATE.in(place),
                FIRST_RADIUS.find(place).orElse(usual.firstRadius()),
                LAST_RADIUS.in(place));
    }
}
