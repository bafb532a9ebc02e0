package ganglion.scenario.experiment.key;

import static ganglion.documents.key.Types.integer;
import static ganglion.documents.key.Types.number;

import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.place.Place;
import ganglion.scenario.experiment.DataSource;
import ganglion.scenario.experiment.HoldOut;
import ganglion.scenario.experiment.MixturePlan;
import java.util.Optional;

/** The keys of the notes of detectors, and of how they are mixed. */
public final class DetectionKeys {

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

    private static final String MIXED_SOUNDS = "{kind: notes, path: walks/train, label: families_str}";
    private static final Key<DataSource> MIXED = Key.of("mixed", DataSetKeys.SOUNDS)
            .says(
                    "Sounds that are mixtures already, such as music of `ganglion compose`, which are learned besides the mixtures of"
                            + " notes. Their labels name all their classes, joined by +.")
            .exampleText(MIXED_SOUNDS);
    private static final Key<DataSource> MIXED_TEST = Key.of("mixed-test", DataSetKeys.SOUNDS)
            .says("Such sounds to evaluate the detectors on, besides the test mixtures.")
            .exampleText(MIXED_SOUNDS.replace("train", "valid"));

    private static final Key<Integer> TRAINING_MIXTURES = Key.of(
                    "training", integer().from(1).to(MOST_MIXTURES))
            .says("Number of training mixtures.")
            .byDefault(1000)
            .example(1000);
    private static final Key<Integer> VALIDATION_MIXTURES = Key.of(
                    "validation", integer().from(1).to(MOST_MIXTURES))
            .says("Number of mixtures of the notes that are held out.")
            .byDefault(300)
            .example(300);
    private static final Key<Integer> TEST_MIXTURES = Key.of(
                    "test", integer().from(1).to(MOST_MIXTURES))
            .says("Number of test mixtures.")
            .byDefault(300)
            .example(300);
    private static final Key<Integer> MOST_NOTES = Key.of(
                    "most-notes", integer().from(1).to(31))
            .says("Largest number of notes in a mixture, each of another class.")
            .byDefault(3)
            .example(3);
    private static final Key<Double> GAIN_RANGE = Key.of(
                    "gain-range-db", number().from(0).to(60))
            .says("Largest difference of a note to the loudest, in dB.")
            .byDefault(12.0)
            .example(12);
    private static final MixturePlan USUAL = new MixturePlan(
            TRAINING_MIXTURES.defaultValue().orElseThrow(),
            VALIDATION_MIXTURES.defaultValue().orElseThrow(),
            TEST_MIXTURES.defaultValue().orElseThrow(),
            MOST_NOTES.defaultValue().orElseThrow(),
            GAIN_RANGE.defaultValue().orElseThrow());
    private static final Key<MixturePlan> MIXTURES = Key.of(
                    "mixtures",
                    Shape.of(
                            "settings of the mixtures",
                            DetectionKeys::mixtures,
                            TRAINING_MIXTURES,
                            VALIDATION_MIXTURES,
                            TEST_MIXTURES,
                            MOST_NOTES,
                            GAIN_RANGE))
            .says("How notes are mixed. A mixture depends on the seed and its number only.")
            .exampleText("{training: 1000, test: 300, most-notes: 3}");

    private static final Key<HoldOut> HOLD_OUT = DataKeys.HOLD_OUT.says(
            "A part of the training notes that is held out. The detectors are evaluated on mixtures of it, and thresholds are"
                    + " fitted on them.");

    /** Data sets of notes; the other methods read its place. */
    public static final Key<Place> DATA = Key.of(
                    "data",
                    Shape.of("data sets", place -> place, TRAINING, HOLD_OUT, TEST, MIXTURES, MIXED, MIXED_TEST))
            .says("Notes that mixtures are made of.")
            .required()
            .exampleText("{training: " + NOTES + ", test: " + TEST_NOTES + "}");

    private DetectionKeys() {}

    private static MixturePlan mixtures(Place place) {
        return new MixturePlan(
                TRAINING_MIXTURES.in(place),
                VALIDATION_MIXTURES.in(place),
                TEST_MIXTURES.in(place),
                MOST_NOTES.in(place),
                GAIN_RANGE.in(place));
    }

    /** Which part of the training notes of a document is held out. */
    public static Optional<HoldOut> holdOutOf(Place root) {
        return HOLD_OUT.find(DATA.in(root));
    }

    /** Sounds of several classes that are learned, in a document. */
    public static Optional<DataSource> mixedOf(Place root) {
        return MIXED.find(DATA.in(root));
    }

    /** Sounds of several classes to evaluate on, in a document. */
    public static Optional<DataSource> mixedTestOf(Place root) {
        return MIXED_TEST.find(DATA.in(root));
    }

    /** How notes are mixed in a document. */
    public static MixturePlan mixturesOf(Place root) {
        return MIXTURES.find(DATA.in(root)).orElse(USUAL);
    }
}
