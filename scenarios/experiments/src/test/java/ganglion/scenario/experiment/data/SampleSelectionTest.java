package ganglion.scenario.experiment.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.InputException;
import ganglion.documents.place.DocumentPath;
import ganglion.scenario.experiment.DataSource;
import ganglion.scenario.experiment.data.Catalogue.SampleSelection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleSelectionTest {

    @TempDir
    private Path folder;

    private static List<Example> examples() {
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            examples.add(new Example("a", "g", Path.of("a", "a" + i + ".wav")));
        }
        for (int i = 0; i < 4; i++) {
            examples.add(new Example("b", "g", Path.of("b", "b" + i + ".wav")));
        }
        return examples;
    }

    private static DataSource source(Optional<DocumentPath> names, int mostPerClass) {
        return new DataSource(
                "",
                DataSource.Kind.FOLDERS,
                new DocumentPath("x", Path.of("x").toAbsolutePath()),
                "",
                "",
                names,
                mostPerClass);
    }

    private DataSource named(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("names.txt"), text);
        return source(Optional.of(new DocumentPath("names.txt", file)), 0);
    }

    private static List<String> names(List<Example> examples) {
        return examples.stream().map(Example::name).toList();
    }

    @Test
    void aListOfNamesTakesThoseOfItsNames() throws IOException, InputException {
        List<Example> taken = new SampleSelection(named("b1\n  a7 \n\nunknown\n"), 1).of(examples());

        assertEquals(List.of("a7", "b1"), names(taken));
    }

    @Test
    void aListThatIsNotTextIsRefused() throws IOException {
        Path file = Files.write(folder.resolve("names.txt"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        DataSource source = source(Optional.of(new DocumentPath("names.txt", file)), 0);

        InputException refusal =
                assertThrows(InputException.class, () -> new SampleSelection(source, 1).of(examples()));

        assertTrue(refusal.getMessage().contains("found bytes that are not UTF-8, expected names"));
    }

    @Test
    void onlySomeOfEachClassAreTakenInTheirOrder() throws InputException {
        List<Example> taken = new SampleSelection(source(Optional.empty(), 3), 1).of(examples());

        assertEquals(6, taken.size());
        assertEquals(
                3, taken.stream().filter(example -> example.label().equals("b")).count());
        List<String> sorted = new ArrayList<>(names(taken));
        sorted.sort(null);
        assertEquals(sorted, names(taken));
    }

    /** A device would be read without end. */
    @Test
    void namesAreReadFromAFileOnly() throws IOException {
        Path pipe = Files.createDirectory(folder.resolve("names"));
        DataSource source = source(Optional.of(new DocumentPath("names", pipe)), 0);

        InputException refused =
                assertThrows(InputException.class, () -> new SampleSelection(source, 1).of(examples()));

        assertEquals(pipe + ": is not a regular file", refused.problems().get(0).oneLine());
    }
}
