package ganglion.scenario.experiment.key;

import static ganglion.documents.key.Types.listOf;
import static ganglion.documents.key.Types.naturalNumber;
import static ganglion.documents.key.Types.number;
import static ganglion.documents.key.Types.text;
import static ganglion.documents.key.Types.words;

import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.place.Place;
import ganglion.scenario.experiment.DataSource;
import ganglion.scenario.experiment.ExperimentData;
import ganglion.scenario.experiment.ExperimentData.BreathContrast;
import ganglion.scenario.experiment.ExperimentData.HoldOut;
import ganglion.scenario.experiment.Features;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The keys of the data sets of a classifier. Features must have been read before. */
public final class DataKeys {

    private static final int MOST_NAMES = 10_000;

    private static final Key<DataSource> TRAINING = Key.of("training", DataSetKeys.ALL)
            .says("The training set.")
            .required()
            .exampleText("{kind: notes, path: flute/train, label: instrument_source_str, group: instrument_str}");
    private static final Key<DataSource> VALIDATION = Key.of("validation", DataSetKeys.ALL)
            .says("The validation set, by which the best epoch is chosen. Instead, hold-out takes a part of the"
                    + " training set.")
            .exampleText("{kind: notes, path: flute/valid, label: instrument_source_str}");

    private static final Key<Boolean> BY = Key.of("by", words("group or sample", groupOrSample()))
            .says("Whether whole groups are held out (no instrument or voice is on both sides), or single samples.")
            .byDefault(true)
            .example("group");
    private static final Key<Double> SHARE = Key.of("share", number().from(0).to(1))
            .says("Share of the groups, or of the samples of each class, that is held out; at least one is.")
            .byDefault(0.2);
    private static final Key<List<String>> GROUPS = Key.of(
                    "groups",
                    listOf("a list of groups", text("a name").length(1, 200)).size(1, MOST_NAMES))
            .says("Holds out these groups instead of a random share.")
            .example(List.of("flute_acoustic_002"));
    private static final Key<Long> SEED = Key.of("seed", naturalNumber())
            .says("Seed of the choice. Left out, that of the experiment.")
            .example(1);
    /** What is held out of a training set. */
    public static final Key<HoldOut> HOLD_OUT = Key.of(
                    "hold-out", Shape.of("what to hold out", DataKeys::holdOut, BY, SHARE, GROUPS, SEED))
            .says("A part of the training set that is held out, and by which the best epoch is chosen.")
            .exampleText("{by: group, share: 0.2}");

    private static final Key<DataSource> NOTES = Key.of("notes", DataSetKeys.ALL)
            .says("Notes that a machine plays.")
            .required()
            .exampleText("{kind: notes, path: instruments/train, label: instrument_family_str}");
    private static final Key<String> WITH = Key.of(
                    "with", text("the name of a class").length(1, 1000))
            .says("Class of the notes with breath.")
            .required()
            .example("acoustic");
    private static final Key<String> WITHOUT = Key.of(
                    "without", text("the name of a class").length(1, 1000))
            .says("Class of the unchanged notes.")
            .required()
            .example("synthetic");
    private static final Key<Double> SYNTHESISED = Key.of(
                    "synthesised", number().from(0).to(1))
            .says("Share of the notes without breath that get the changes of a synthesiser: detuned layers, exact"
                    + " vibrato and tremolo.")
            .byDefault(0.0)
            .example(0.7);
    private static final Key<BreathContrast> BREATH = Key.of(
                    "breath",
                    Shape.of("notes with and without breath", DataKeys::breath, NOTES, WITH, WITHOUT, SYNTHESISED))
            .says("Notes that are added to the training set twice: as they are, and with the irregular level,"
                    + " pitch, vibrato and breath noise of a player.")
            .exampleText("{notes: {kind: notes, path: instruments/train, label: instrument_family_str}, with: acoustic,"
                    + " without: synthetic}");

    private static final Key<DataSource> TEST = Key.of("test", DataSetKeys.ALL)
            .says("The test set, on which the finished model is evaluated.")
            .exampleText("{kind: folders, path: words/test}");
    private static final Key<List<String>> CLASSES = Key.of(
                    "classes",
                    listOf("a list of names", text("a name").length(1, 200))
                            .size(1, MOST_NAMES)
                            .ofDifferent())
            .says("Names of the classes, in the order of the outputs. Left out, the labels of the training set in"
                    + " alphabetical order. A single output stands for the second of two classes.")
            .example(List.of("synthetic", "acoustic"));

    /** The data sets. */
    public static final Key<ExperimentData> DATA = Key.of(
                    "data",
                    Shape.of("data sets", DataKeys::data, TRAINING, VALIDATION, HOLD_OUT, BREATH, TEST, CLASSES)
                            .excludes(HOLD_OUT, VALIDATION))
            .says("The data sets for training, validation and test.")
            .required()
            .exampleText("{training: {kind: folders, path: words}}");

    private DataKeys() {}

    private static Map<String, Boolean> groupOrSample() {
        Map<String, Boolean> words = new LinkedHashMap<>();
        words.put("group", true);
        words.put("sample", false);
        return words;
    }

    private static HoldOut holdOut(Place place) {
        return new HoldOut(
                place.pointer(),
                BY.in(place),
                SHARE.in(place),
                GROUPS.find(place).orElse(List.of()),
                SEED.find(place).orElseGet(() -> ExperimentKeys.seed(place)));
    }

    private static BreathContrast breath(Place place) {
        return new BreathContrast(NOTES.in(place), WITH.in(place), WITHOUT.in(place), SYNTHESISED.in(place));
    }

    private static ExperimentData data(Place place) {
        ExperimentData data = new ExperimentData(
                TRAINING.in(place),
                VALIDATION.find(place),
                HOLD_OUT.find(place),
                BREATH.find(place),
                TEST.find(place),
                CLASSES.find(place).orElse(List.of()));
        checkSources(place, data);
        return data;
    }

    /** Attribute that names the classes of the training set; empty if there is none. */
    public static String label(Place root) {
        return DataSetKeys.label(DATA.at(root).at(TRAINING.name()));
    }

    /** Reports a problem for each data set that does not match the features. */
    private static void checkSources(Place place, ExperimentData data) {
        Features features = place.reading().context(Features.class);
        Stream.of(Optional.of(data.training()), data.validation(), data.test())
                .flatMap(Optional::stream)
                .filter(source -> source.kind().isSound() != features.fromSound())
                .forEach(source -> place.reading()
                        .note(
                                source.pointer(),
                                "found " + (source.kind().isSound() ? "sounds" : "recorded spikes") + ", expected "
                                        + (features.fromSound()
                                                ? "sounds, or \"step\" and \"channels\" in /features"
                                                : "recorded spikes, because /features has \"step\"")));
    }
}
