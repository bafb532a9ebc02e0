package ganglion.scenario.experiment.run;

import static ganglion.documents.key.Types.integer;
import static ganglion.documents.key.Types.number;
import static ganglion.scenario.experiment.key.AugmentationKeys.OF_MIXTURES;
import static ganglion.scenario.experiment.key.FeatureKeys.FEATURES;
import static ganglion.scenario.experiment.key.NetworkKeys.NETWORK;
import static ganglion.scenario.experiment.key.TrainingKeys.OF_DETECTORS;

import ganglion.cochlea.CochleaParameters;
import ganglion.documents.InputException;
import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.place.Place;
import ganglion.learning.data.Augmentation;
import ganglion.learning.data.HearingSettings;
import ganglion.learning.data.HearingSettings.HeardAs;
import ganglion.scenario.experiment.AugmentationPlan;
import ganglion.scenario.experiment.DataSource;
import ganglion.scenario.experiment.Detection;
import ganglion.scenario.experiment.Detection.MixturePlan;
import ganglion.scenario.experiment.ExperimentData.HoldOut;
import ganglion.scenario.experiment.Features;
import ganglion.scenario.experiment.NetworkPlan;
import ganglion.scenario.experiment.key.DataKeys;
import ganglion.scenario.experiment.key.DataSetKeys;
import ganglion.scenario.experiment.key.ExperimentKeys;
import ganglion.scenario.experiment.key.RobustnessKeys;
import ganglion.scenario.experiment.key.TrainingKeys;
import ganglion.scenario.experiment.outcome.SeedFigure;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import ganglion.scenario.experiment.outcome.TrainingSettings;
import ganglion.scenario.experiment.task.ModelUse;
import ganglion.scenario.experiment.task.Task;
import java.util.List;
import java.util.Optional;

/** Experiments that train detectors of classes in mixtures. */
public final class DetectionTask extends Task<Detection> {

    private static final Shape<Detection> SHAPE = Shape.of(
            "an experiment that trains detectors",
            DetectionTask::read,
            ExperimentKeys.of(
                    Detection.TASK,
                    "What is learned: to detect the classes in a mixture.",
                    false,
                    DetectionKeys.DATA,
                    FEATURES,
                    OF_MIXTURES,
                    NETWORK,
                    OF_DETECTORS,
                    RobustnessKeys.OF_DETECTORS));

    private static final List<SeedFigure> FIGURES = List.of(
            macroF1("cleanMacroF1", "clean", "/trials/0/detectors/macroF1"),
            macroF1("linearCleanMacroF1", "clean, linear", "/trials/0/linearBaseline/macroF1"));

    /** For {@link java.util.ServiceLoader}. */
    public DetectionTask() {
        super(
                Detection.TASK,
                Detection.class,
                SHAPE,
                FIGURES,
                "An experiment file says what a network learns, from which data, and how. Here: which classes are in"
                        + " a mixture of notes, several at once.");
    }

    @Override
    public TrainingOutcome run(Detection experiment, TrainingSettings settings, TrainingProgress progress)
            throws InputException {
        return new DetectionRun(experiment, settings, progress).run();
    }

    @Override
    public Optional<ModelUse> use(Place experiment) {
        return Optional.of(new ModelUse(
                FEATURES.in(experiment),
                OF_DETECTORS.in(experiment),
                DataKeys.label(experiment),
                Optional.of(DetectionKeys.mixturesOf(experiment))));
    }

    private static Detection read(Place root) {
        Features.Heard features = sounds(root, FEATURES.in(root));
        Place data = DetectionKeys.DATA.in(root);
        Optional<HoldOut> holdOut = DetectionKeys.holdOutOf(root);
        NetworkPlan network = NETWORK.in(root);
        return new Detection(
                ExperimentKeys.head(root),
                DetectionKeys.TRAINING.in(data),
                DetectionKeys.TEST.in(data),
                holdOut,
                DetectionKeys.mixturesOf(root),
                features,
                OF_MIXTURES.find(root).orElse(AugmentationPlan.NONE),
                network,
                OF_DETECTORS.in(root),
                TrainingKeys.fitsThreshold(root, holdOut, network),
                RobustnessKeys.ofDetectors(root));
    }

    private static Features.Heard sounds(Place root, Features features) {
        if (features instanceof Features.Heard heard) {
            return heard;
        }
        FEATURES.at(root).problem("found recorded spikes, expected features of sounds, because notes are mixed");
        return new Features.Heard(new HearingSettings(CochleaParameters.DEFAULT, HeardAs.SPIKES, 1, Augmentation.NONE));
    }

    private static SeedFigure macroF1(String key, String of, String pointer) {
        return SeedFigure.figure(key, of, "macro F1", pointer, SeedFigure.Format.SHARE);
    }

    /** The keys of the notes of detectors, and of how they are mixed. */
    private static final class DetectionKeys {

        private static final int MOST_MIXTURES = 100_000;
        private static final String NOTES = "{kind: notes, path: instruments/train, label: instrument_family_str}";
        private static final String TEST_NOTES = NOTES.replace("train", "valid");

        /** Notes of the training mixtures. */
        public static final Key<DataSource> TRAINING = Key.of("training", DataSetKeys.SOUNDS)
                .says("Notes of the training mixtures.")
                .required()
                .exampleText(NOTES);

        /** Notes of the test mixtures. */
        public static final Key<DataSource> TEST = Key.of("test", DataSetKeys.SOUNDS)
                .says("Notes of the test mixtures.")
                .required()
                .exampleText(TEST_NOTES);

        private static final Key<Integer> TRAINING_MIXTURES = Key.of(
                        "training", integer().from(1).to(MOST_MIXTURES))
                .says("Number of training mixtures.")
                .byDefault(1000);
        private static final Key<Integer> VALIDATION_MIXTURES = Key.of(
                        "validation", integer().from(1).to(MOST_MIXTURES))
                .says("Number of mixtures of the notes that are held out.")
                .byDefault(300);
        private static final Key<Integer> TEST_MIXTURES = Key.of(
                        "test", integer().from(1).to(MOST_MIXTURES))
                .says("Number of test mixtures.")
                .byDefault(300);
        private static final Key<Integer> MOST_NOTES = Key.of(
                        "most-notes", integer().from(1).to(31))
                .says("Largest number of notes in a mixture, each of another class.")
                .byDefault(3);
        private static final Key<Double> GAIN_RANGE = Key.of(
                        "gain-range-db", number().from(0).to(60))
                .says("Largest difference of a note to the loudest, in dB.")
                .byDefault(12.0);
        private static final MixturePlan USUAL = new MixturePlan(
                TRAINING_MIXTURES.defaultValue().orElseThrow(),
                VALIDATION_MIXTURES.defaultValue().orElseThrow(),
                TEST_MIXTURES.defaultValue().orElseThrow(),
                MOST_NOTES.defaultValue().orElseThrow(),
                GAIN_RANGE.defaultValue().orElseThrow());
        private static final Key<MixturePlan> MIXTURES = Key.of(
                        "mixtures",
                        Shape.ofRecord(
                                "settings of the mixtures",
                                MixturePlan.class,
                                TRAINING_MIXTURES,
                                VALIDATION_MIXTURES,
                                TEST_MIXTURES,
                                MOST_NOTES,
                                GAIN_RANGE))
                .says("How notes are mixed. A mixture depends on the seed and its number only.")
                .exampleText("{training: 1000, test: 300, most-notes: 3}");

        private static final Key<HoldOut> HOLD_OUT = DataKeys.HOLD_OUT.says(
                "A part of the training notes that is held out. The detectors are evaluated on mixtures of it, and a"
                        + " threshold is fitted on them.");

        /** Data sets of notes; the other methods read its place. */
        public static final Key<Place> DATA = Key.of(
                        "data", Shape.of("data sets", place -> place, TRAINING, HOLD_OUT, TEST, MIXTURES))
                .says("Notes that mixtures are made of.")
                .required()
                .exampleText("{training: " + NOTES + ", test: " + TEST_NOTES + "}");

        private DetectionKeys() {}

        /** Which part of the training notes of a document is held out. */
        public static Optional<HoldOut> holdOutOf(Place root) {
            return HOLD_OUT.find(DATA.in(root));
        }

        /** How notes are mixed in a document. */
        public static MixturePlan mixturesOf(Place root) {
            return MIXTURES.find(DATA.in(root)).orElse(USUAL);
        }
    }
}
