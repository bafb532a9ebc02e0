package ganglion.scenario.experiment.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.InputException;
import ganglion.documents.place.DocumentPath;
import ganglion.documents.place.SourceMap;
import ganglion.learning.data.RecordingsWriter;
import ganglion.learning.data.SpikeBinning;
import ganglion.learning.sample.SpikeInput;
import ganglion.scenario.experiment.AugmentationPlan;
import ganglion.scenario.experiment.DataSource;
import ganglion.scenario.experiment.DataSource.Kind;
import ganglion.scenario.experiment.ExperimentHead;
import ganglion.scenario.experiment.Features;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {

    private static final Features FEATURES = new Features.Recorded(new SpikeBinning(0.001, 10, 3));

    @TempDir
    private Path folder;

    private void file(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private DataSource source(Kind kind, String path, Optional<String> names, int mostPerClass) {
        return new DataSource(
                "",
                kind,
                new DocumentPath(path, folder.resolve(path).normalize()),
                "family",
                "instrument",
                names.map(name -> new DocumentPath(name, folder.resolve(name))),
                mostPerClass);
    }

    private List<Example> read(Kind kind, String path) throws InputException {
        return Catalogue.of(source(kind, path, Optional.empty(), 0), FEATURES, 1);
    }

    @Test
    void foldersAreClassesAndTheFoldersBelowAreGroups() throws IOException, InputException {
        file("low/tom/a.wav", "");
        file("low/b.wav", "");
        file("high/c.wav", "");

        List<Example> examples = read(Kind.FOLDERS, ".");

        assertEquals(
                List.of("c", "b", "a"), examples.stream().map(Example::name).toList());
        assertEquals(
                List.of("high", "low", "low"),
                examples.stream().map(Example::label).toList());
        assertEquals(
                List.of("c", "b", "tom"), examples.stream().map(Example::group).toList());
    }

    @Test
    void notesHaveTheirLabelAndGroupInTheirAttributes() throws IOException, InputException {
        file("examples.json", """
                {"n1": {"family": "reed", "instrument": "oboe"}, "n2": {"family": "brass", "instrument": "horn"}}""");

        List<Example> examples = read(Kind.NOTES, ".");

        assertEquals(
                List.of("reed", "brass"), examples.stream().map(Example::label).toList());
        assertEquals(
                List.of("oboe", "horn"), examples.stream().map(Example::group).toList());
    }

    @Test
    void aTableNamesFilesBesideIt() throws IOException, InputException {
        file("labels.csv", "file,label,group\nx/a.wav,yes,ann\nb.wav,no,bob\n");

        List<Example> examples = read(Kind.TABLE, "labels.csv");

        assertEquals(folder.resolve("x/a.wav"), examples.get(0).file());
        assertEquals(
                List.of("ann", "bob"), examples.stream().map(Example::group).toList());
    }

    @Test
    void aTableCannotLeaveItsFolder() throws IOException {
        file("labels.csv", "file,label\n../a.wav,yes\n");

        InputException refusal = assertThrows(InputException.class, () -> read(Kind.TABLE, "labels.csv"));

        assertEquals("labels.csv:2: found \"../a.wav\", which leaves the folder of the table", refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "FOLDERS, data, data/high/link.wav",
        "NOTES, notes, notes/audio/link.wav",
        "NOTES, listed, listed/examples.json",
        "TABLE, data/labels.csv, data/high/link.wav",
        "SPIKE_LISTS, lists, lists/high/link.csv",
        "FOLDERS, linked, linked/high",
        "SPIKE_LISTS, linked, linked/high"
    })
    void aSymbolicLinkMayNotFetchASampleFromElsewhere(Kind kind, String path, String link, @TempDir Path elsewhere)
            throws IOException, InputException {
        Files.createDirectories(elsewhere.resolve("folder"));
        for (String secret : List.of("secret.wav", "secret.csv", "folder/secret.wav", "folder/secret.csv")) {
            Files.writeString(elsewhere.resolve(secret), "");
        }
        Files.writeString(elsewhere.resolve("examples.json"), "{}");
        file("data/low/a.wav", "");
        file("data/labels.csv", "file,label\nlow/a.wav,low\nhigh/link.wav,high\n");
        file("notes/examples.json", "{\"link\": {\"family\": \"reed\", \"instrument\": \"oboe\"}}");
        for (String parent : List.of("data/high", "notes/audio", "listed", "lists/high", "linked")) {
            Files.createDirectories(folder.resolve(parent));
        }
        link("data/high/link.wav", elsewhere.resolve("secret.wav"));
        link("notes/audio/link.wav", elsewhere.resolve("secret.wav"));
        link("listed/examples.json", elsewhere.resolve("examples.json"));
        link("lists/high/link.csv", elsewhere.resolve("secret.csv"));
        link("linked/high", elsewhere.resolve("folder"));
        DocumentPath bound = new DocumentPath(path, folder.resolve(path), Optional.of(folder));
        DataSource source = new DataSource("", kind, bound, "family", "instrument", Optional.empty(), 0);

        InputException refusal = assertThrows(InputException.class, () -> Catalogue.of(source, FEATURES, 1));

        assertEquals(
                path + ": found \"" + link
                        + "\", which leaves the folder of this file by a symbolic link; expected a path"
                        + " within it, an absolute path, or the flag --allow-outside-paths",
                refusal.getMessage());
        ExperimentHead head = new ExperimentHead(
                folder.resolve("mine.yaml"),
                new SourceMap("mine.yaml", Map.of("/data/training", 7)),
                "mine",
                "classification",
                "",
                1,
                "");
        DataSource ofExperiment =
                new DataSource("/data/training", kind, bound, "family", "instrument", Optional.empty(), 0);
        String message = assertThrows(InputException.class, () -> Catalogue.of(ofExperiment, FEATURES, head))
                .getMessage();
        assertEquals(refusal.getMessage().replaceFirst("[^:]*", "mine.yaml:7: /data/training"), message);
    }

    private void link(String name, Path target) throws IOException {
        Files.createSymbolicLink(folder.resolve(name), target);
    }

    @Test
    void aSymbolicLinkWithinTheFolderIsFollowed() throws IOException, InputException {
        file("sounds/a.wav", "");
        Files.createDirectories(folder.resolve("data/low"));
        link("data/low/link.wav", folder.resolve("sounds/a.wav"));
        DocumentPath bound = new DocumentPath("data", folder.resolve("data"), Optional.of(folder));

        List<Example> examples =
                Catalogue.of(new DataSource("", Kind.FOLDERS, bound, "", "", Optional.empty(), 0), FEATURES, 1);

        assertEquals(List.of("link"), examples.stream().map(Example::name).toList());
    }

    /** As the Speech Commands are divided. */
    @Test
    void listsOfPathsAndAMarkOfGroupsDivideFolders() throws IOException, InputException {
        for (String sound :
                List.of("no/ab_nohash_0", "no/cd_nohash_0", "no/ef_nohash_0", "yes/ab_nohash_0", "yes/cd_nohash_1")) {
            file("words/" + sound + ".wav", "");
        }
        file("words/_background_noise_/rain.wav", "");
        file("words/validation_list.txt", "no/cd_nohash_0.wav\nyes/cd_nohash_1.wav\n");
        file("words/testing_list.txt", "no/ef_nohash_0.wav\n");
        DocumentPath words = new DocumentPath("words", folder.resolve("words"));
        List<DocumentPath> lists = List.of(
                new DocumentPath("v", folder.resolve("words/validation_list.txt")),
                new DocumentPath("t", folder.resolve("words/testing_list.txt")));

        List<Example> training = Catalogue.of(
                new DataSource("", Kind.FOLDERS, words, "", "_nohash_", Optional.empty(), lists, "", 0), FEATURES, 1);
        List<Example> validation = Catalogue.of(
                new DataSource("", Kind.FOLDERS, words, "", "_nohash_", Optional.of(lists.get(0)), 0), FEATURES, 1);

        assertEquals(List.of("no", "yes"), training.stream().map(Example::label).toList());
        assertEquals(List.of("ab", "ab"), training.stream().map(Example::group).toList());
        assertEquals(
                List.of("cd", "cd"), validation.stream().map(Example::group).toList());
        assertEquals(
                List.of("no", "yes"), validation.stream().map(Example::label).toList());
    }

    private List<String> without(Kind kind, String path, String list, String entries)
            throws IOException, InputException {
        file(list, entries);
        DataSource source = new DataSource(
                "",
                kind,
                new DocumentPath(path, folder.resolve(path).normalize()),
                "family",
                "",
                Optional.empty(),
                List.of(new DocumentPath(list, folder.resolve(list))),
                "",
                0);
        return Catalogue.of(source, FEATURES, 1).stream().map(Example::name).toList();
    }

    /** Else the sounds of the test set would be trained on, without a word. */
    @Test
    void aListThatNamesNoSampleIsRefused() throws IOException {
        file("words/bed/a.wav", "");

        assertEquals(
                folder.resolve("list.txt")
                        + ": found no sample of words among 2 entries, expected names of samples, or their"
                        + " paths in " + folder.resolve("words"),
                assertThrows(InputException.class, () -> without(Kind.FOLDERS, "words", "list.txt", "cot/a.wav\n\nb\n"))
                        .problems()
                        .get(0)
                        .oneLine());
    }

    @Test
    void recordingsAreGroupedByTheirSpeakers() throws IOException, InputException {
        try (RecordingsWriter writer = new RecordingsWriter(folder.resolve("spoken.h5"))) {
            writer.add(new double[] {0.001}, new double[] {2}, 1, 5);
            writer.add(new double[] {0.001}, new double[] {0}, 0, 3);
            writer.finish(List.of("zero", "one"));
        }

        List<Example> examples = read(Kind.HEIDELBERG, "spoken.h5");

        assertEquals(
                List.of("one", "zero"), examples.stream().map(Example::label).toList());
        assertEquals(List.of("5", "3"), examples.stream().map(Example::group).toList());
    }

    @Test
    void missingDataAreReportedWithTheirOrigin() {
        DocumentPath gone = new DocumentPath("gone.h5", folder.resolve("gone.h5"));
        DataSource source = new DataSource(
                "", Kind.HEIDELBERG, gone, "", "", Optional.empty(), List.of(), "https://example.org/gone.h5", 0);

        assertEquals(
                "gone.h5: found \"gone.h5\", but there is no such file or folder; it can be had from"
                        + " https://example.org/gone.h5",
                assertThrows(InputException.class, () -> Catalogue.of(source, FEATURES, 1))
                        .getMessage());
    }

    @Test
    void noSampleAtAllIsRefused() throws IOException {
        file("labels.csv", "file,label\na.wav,x\n");
        file("names.txt", "b\n");

        InputException refusal = assertThrows(
                InputException.class,
                () -> Catalogue.of(source(Kind.TABLE, "labels.csv", Optional.of("names.txt"), 0), FEATURES, 1));

        assertTrue(refusal.getMessage().contains("found no sample"), refusal.getMessage());
    }

    @Test
    void listsOfSpikesBecomeSteps() throws IOException, InputException {
        file("patterns/up/1.csv", "time,neuron\n0.0,0\n2 ms,2\n");
        file("patterns/down/2.csv", "time,neuron\n0.0,2\n");

        List<Example> examples = read(Kind.SPIKE_LISTS, "patterns");
        Examples samples = new ExampleInputs(FEATURES, List.of("down", "up")).read(examples, AugmentationPlan.NONE);

        assertEquals(List.of("2", "1"), samples.names());
        assertEquals(1, samples.label(1));
        SpikeInput up = (SpikeInput) samples.sample(1, 0).input();
        assertEquals(10, up.steps());
        assertEquals(1, up.at(0, 0));
        assertEquals(1, up.at(2, 2));
    }

    @Test
    void noListOfSpikesLiesTooDeep() throws IOException, InputException {
        file("patterns/up/" + "deep/".repeat(12) + "1.csv", "time,neuron\n");

        List<Example> examples = read(Kind.SPIKE_LISTS, "patterns");

        assertEquals(List.of("up"), examples.stream().map(Example::label).toList());
    }
}
