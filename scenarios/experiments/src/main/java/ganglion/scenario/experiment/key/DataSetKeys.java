package ganglion.scenario.experiment.key;

import static ganglion.documents.key.Types.futureFile;
import static ganglion.documents.key.Types.integer;
import static ganglion.documents.key.Types.listOf;
import static ganglion.documents.key.Types.text;

import ganglion.documents.key.Key;
import ganglion.documents.key.KindsByTag;
import ganglion.documents.key.Shape;
import ganglion.documents.place.DocumentPath;
import ganglion.documents.place.Place;
import ganglion.scenario.experiment.DataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The kinds of data sets: the only place that knows their words and keys. */
public final class DataSetKeys {

    private static final int MOST_LISTS = 100;

    private static final Set<DataSource.Kind> FOLDER_KINDS =
            Set.of(DataSource.Kind.FOLDERS, DataSource.Kind.NOTES, DataSource.Kind.SPIKE_LISTS);

    private static final Key<DocumentPath> FOLDER =
            Key.of("path", futureFile()).titled("the name of a folder").required();
    private static final Key<DocumentPath> FOLDERS = FOLDER.says("The folder that holds the folders of the classes.");
    private static final Key<DocumentPath> HDF5 = Key.of("path", futureFile())
            .titled("the name of an HDF5 file")
            .says("The HDF5 file.")
            .required();
    private static final Key<String> LABEL = Key.of(
                    "label", text("the name of an attribute").length(1, 200))
            .says("Attribute that names the class.")
            .required()
            .example("instrument_source_str");
    private static final Key<String> GROUP = Key.of(
                    "group", text("the name of an attribute").length(1, 200))
            .says(
                    "Attribute that names the group, such as the instrument or the voice; samples of one group stay together"
                            + " when a part is held out. Left out, each sound is its own group.")
            .example("instrument_str");
    private static final Key<DocumentPath> NAMES = Key.of("names", futureFile())
            .titled("the name of a text file")
            .says(
                    "File with a name on each line: only samples of these names (of their files, without folder and"
                            + " extension, or their paths in the folder of the data set, of the table or of the list) are used.")
            .example("train_biased.txt");
    private static final Key<List<DocumentPath>> WITHOUT = Key.of(
                    "without",
                    listOf("a list of names of text files", futureFile()).size(1, MOST_LISTS))
            .says("Files as for names, whose samples are left out.")
            .exampleText("[validation_list.txt, testing_list.txt]");
    private static final Key<String> GROUP_BEFORE = Key.of(
                    "group-before", text("a part of names").length(1, 200))
            .says("The group of a sound that lies in the folder of its class is what comes before this in its name.")
            .example("_nohash_");
    private static final Key<String> ORIGIN = Key.of("origin", text("a text").length(1, 500))
            .says("Where the data can be had, for example an address. With it, data that are missing are reported when"
                    + " they are read, with this text, and not when the experiment is checked.")
            .example("https://zenkelab.org/datasets/");
    private static final Key<Integer> MOST_PER_CLASS = Key.of(
                    "most-per-class", integer().from(1).to(1_000_000))
            .says("Largest number of samples of each class, chosen by the seed. Left out, all samples are used.")
            .example(20);

    private static final List<KindsByTag.Kind<? extends DataSource>> SOUND_KINDS = List.of(
            kind(
                    "folders",
                    "Sounds (WAV, FLAC, AIFF, AU, Ogg Vorbis, MP3) in one folder for each class. The group of a sound is the"
                            + " folder below that of its class, if there is one, else its own name. Folders whose names begin"
                            + " with an underscore are no classes, such as _background_noise_ of the Speech Commands.",
                    DataSource.Kind.FOLDERS,
                    FOLDERS.example("words"),
                    GROUP_BEFORE,
                    NAMES,
                    WITHOUT,
                    MOST_PER_CLASS,
                    ORIGIN),
            kind(
                    "notes",
                    "The layout of NSynth: a folder with examples.json, which holds the attributes of each sound by its"
                            + " name, and audio/ with a file for each.",
                    DataSource.Kind.NOTES,
                    FOLDER.says("The folder that holds examples.json.").example("flute/train"),
                    LABEL,
                    GROUP,
                    NAMES,
                    WITHOUT,
                    MOST_PER_CLASS,
                    ORIGIN),
            kind(
                    "table",
                    "A CSV file with the header file,label or file,label,group, which names sounds by paths relative to it.",
                    DataSource.Kind.TABLE,
                    Key.of("path", futureFile())
                            .titled("the name of a CSV file")
                            .says("The CSV file.")
                            .required()
                            .example("labels.csv"),
                    NAMES,
                    WITHOUT,
                    MOST_PER_CLASS,
                    ORIGIN));
    private static final List<KindsByTag.Kind<? extends DataSource>> RECORDED_KINDS = List.of(
            kind(
                    "heidelberg",
                    "Recorded spikes in the HDF5 layout of the Heidelberg Digits: spikes/times in seconds, spikes/units,"
                            + " labels.",
                    DataSource.Kind.HEIDELBERG,
                    HDF5.example("shd_train.h5"),
                    MOST_PER_CLASS,
                    ORIGIN),
            kind(
                    "spike-lists",
                    "Lists of spikes, CSV with the header time,neuron (seconds, or quantities such as 12 ms), in one folder"
                            + " for each class. Groups are as with folders.",
                    DataSource.Kind.SPIKE_LISTS,
                    FOLDERS.example("patterns"),
                    NAMES,
                    WITHOUT,
                    MOST_PER_CLASS,
                    ORIGIN));

    /** Data sets of sounds. */
    public static final KindsByTag<DataSource> SOUNDS =
            KindsByTag.of("a data set", SOUND_KINDS).named("data-set");

    /** Data sets of sounds, and of recorded spikes. */
    static final KindsByTag<DataSource> ALL = KindsByTag.of(
                    "a data set",
                    Stream.concat(SOUND_KINDS.stream(), RECORDED_KINDS.stream()).toList())
            .named("data-set");

    private DataSetKeys() {}

    private static KindsByTag.Kind<DataSource> kind(
            String word, String description, DataSource.Kind kind, Key<DocumentPath> path, Key<?>... more) {
        return new KindsByTag.Kind<>(
                word, description, Shape.of("", place -> source(place, kind, path), Shape.keys(List.of(path), more)));
    }

    private static DataSource source(Place place, DataSource.Kind kind, Key<DocumentPath> path) {
        DataSource source = new DataSource(
                place.pointer(),
                kind,
                path.in(place),
                label(place),
                GROUP.find(place).or(() -> GROUP_BEFORE.find(place)).orElse(""),
                NAMES.find(place),
                WITHOUT.find(place).orElse(List.of()),
                ORIGIN.find(place).orElse(""),
                MOST_PER_CLASS.find(place).orElse(0));
        if (source.origin().isEmpty()) {
            checkThere(place, path, source);
        }
        return source;
    }

    private static void checkThere(Place place, Key<DocumentPath> path, DataSource source) {
        boolean folder = FOLDER_KINDS.contains(source.kind());
        Path data = source.path().resolved();
        if (isUsable(source.path()) && (folder ? !Files.isDirectory(data) : !Files.isRegularFile(data))) {
            path.at(place).problem(missing(source.path(), folder ? "folder" : "file"));
        }
        source.names()
                .filter(list -> isUsable(list) && !Files.isRegularFile(list.resolved()))
                .ifPresent(list -> NAMES.at(place).problem(missing(list, "file")));
        source.without().stream()
                .filter(list -> isUsable(list) && !Files.isRegularFile(list.resolved()))
                .forEach(list -> WITHOUT.at(place).problem(missing(list, "file")));
    }

    /** Whether nothing is wrong with a path yet: what may not be looked at is not missing. */
    private static boolean isUsable(DocumentPath path) {
        return !path.equals(Place.standIn(path.written()));
    }

    private static String missing(DocumentPath path, String what) {
        return "found \"" + path.written() + "\", "
                + (Files.exists(path.resolved())
                        ? "which is not a " + (what.equals("file") ? "regular file" : what)
                        : "but there is no such " + what);
    }

    /** Attribute that names the class of a data set; empty if there is none. */
    public static String label(Place dataSet) {
        return LABEL.find(dataSet).orElse("");
    }
}
