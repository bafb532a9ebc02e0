package ganglion.cli;

import static ganglion.cli.CommandLineUnderTest.ganglion;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cli.CommandLineUnderTest.Outcome;
import ganglion.cli.terminal.ExitCode;
import ganglion.documents.output.PlaceClaim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of what is already where a command writes, and of what it writes if it is refused. */
final class OutputsTest {

    private static final String TAKEN = "another process of Ganglion is writing there";

    @TempDir
    private static Path inputs;

    @TempDir
    private Path temporary;

    private static ScenarioOnDisk scenario;
    private static Path model;

    @BeforeAll
    static void makeInputs() throws IOException {
        scenario = new ScenarioOnDisk(inputs.resolve("scenario"));
        TinyExperiment tiny = new TinyExperiment(inputs);
        ganglion("train", tiny.file("spikes.yaml"), "--epochs", 1, "--out", inputs.resolve("trained"), "--quiet")
                .assertFine();
        model = inputs.resolve("trained/model.zip");
        ganglion("run", scenario.file(), "--out", inputs.resolve("run")).assertFine();
        ganglion("export", scenario.file(), "--out", inputs.resolve("net.nir")).assertFine();
    }

    private Path out() {
        return temporary.resolve("out");
    }

    private List<String> names(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    /** The words of each verb that writes to a place that the user names, but for the place. */
    private static List<Object> words(String verb) {
        List<Object> words = new ArrayList<>(List.of(verb));
        words.addAll(
                switch (verb) {
                    case "run", "test" -> List.of(scenario.file());
                    case "hear" -> List.of(inputs.resolve("test/low/test-low-0.wav"));
                    case "train" -> List.of(inputs.resolve("spikes.yaml"), "--epochs", 1, "--quiet");
                    case "compile" -> List.of(model, "--audio", inputs.resolve("test/low/test-low-0.wav"));
                    case "import" -> List.of(inputs.resolve("net.nir"), "--tick", "1ms");
                    case "export" -> List.of(scenario.file());
                    default -> throw new IllegalArgumentException(verb);
                });
        return words;
    }

    private static Outcome call(String verb, Path out) {
        List<Object> words = words(verb);
        words.add("--out");
        words.add(out);
        return ganglion(words.toArray());
    }

    @Test
    void aDirectoryWithFilesOfTheUserIsRefusedBeforeTheWork() throws IOException {
        String verb = "run";
        call(verb, out()).assertFine();
        List<String> before = names(out());
        Files.writeString(out().resolve("notes.txt"), "mine");

        call(verb, out())
                .assertRefusedInOneLine(out()
                        + ": holds notes.txt, which Ganglion did not write; expected it elsewhere, or another --out");

        assertEquals("mine", Files.readString(out().resolve("notes.txt")));
        Files.delete(out().resolve("notes.txt"));
        call(verb, out()).assertFine();
        assertEquals(before, names(out()));
        assertEquals(List.of("out"), names(temporary));
    }

    @Test
    void aCheckpointReplacesNoFileOfAnotherKind() throws IOException {
        Path mine = Files.writeString(temporary.resolve("out.checkpoint"), "mine");

        ganglion("run", scenario.file(), "--out", out(), "--checkpoint-every", "1 s")
                .assertRefusedInOneLine(mine + ": is not a checkpoint and stays as it is; expected another name");

        assertEquals("mine", Files.readString(mine));
        assertEquals(List.of("out.checkpoint"), names(temporary));
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "hear", "test"})
    void aPlaceWhereAnotherProcessWritesIsRefused(String verb) throws Exception {
        PlaceClaim claim = verb.equals("run") ? PlaceClaim.beside(out()) : PlaceClaim.within(out());
        try (claim) {
            call(verb, out()).assertRefusedInOneLine(out() + ": " + TAKEN);
        }
        assertEquals(List.of(), names(temporary), "nothing is left");

        assertTrue(call(verb, out()).code().number() <= 1);
        assertEquals(List.of("out"), names(temporary));
        assertFalse(names(out()).stream().anyMatch(name -> name.startsWith(".")), () -> "hidden files in " + out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"compile", "import"})
    void aScenarioThatAnotherWritesIsRefusedAndOneBesideItIsNot(String verb) throws Exception {
        Path net = temporary.resolve("net.yaml");
        PlaceClaim claim = PlaceClaim.beside(net);
        try (claim) {
            call(verb, net).assertRefusedInOneLine(net + ": " + TAKEN);
            call(verb, temporary.resolve("other.yaml")).assertFine();
        }
        call(verb, net).assertFine();
        call(verb, net).assertFine();
        List<String> names = names(temporary);
        assertTrue(
                names.containsAll(List.of("net.weights.h5", "net.yaml", "other.weights.h5", "other.yaml")),
                () -> names.toString());
        assertTrue(names.stream().noneMatch(name -> name.startsWith(".")), names::toString);
    }

    /** Nobody, not even root, makes a file there. */
    @ParameterizedTest
    @ValueSource(strings = {"run", "hear", "compile", "test"})
    @EnabledOnOs(OS.LINUX)
    void aFolderThatCannotBeWrittenIsToldInOneLine(String verb) {
        call(verb, Path.of("/sys/ganglion-test"))
                .assertRefusedInOneLine(
                        verb.equals("compile") ? "/sys/ganglion-test/scenario.yaml: " : "/sys/ganglion-test: ",
                        "cannot be written: ");
    }

    @Test
    void aGoldenRasterThatCannotBeReadIsBadInputAndOneThatIsMissingAFailedExpectation() throws IOException {
        ScenarioOnDisk golden = new ScenarioOnDisk(temporary.resolve("golden"))
                .with("  - {spikes: {population: out}, between: [3, 3]}", "  - {raster: g.csv}");
        assertEquals(
                ExitCode.EXPECTATION_FAILED,
                ganglion("run", golden.file(), "--out", out()).code());

        golden.withFile("g.csv", "no raster");

        ganglion("run", golden.file(), "--out", temporary.resolve("other"))
                .assertRefusedInOneLine(golden.file() + ":13: /expect/0/raster: g.csv: ");
        assertFalse(Files.exists(temporary.resolve("other")));
        Outcome suite = ganglion("test", golden.file(), "--out", temporary.resolve("suite"));
        assertEquals(ExitCode.BAD_INPUT, suite.code(), suite::toString);
        assertTrue(suite.err().contains(":13: /expect/0/raster: g.csv: "), suite.err());
        Outcome update = ganglion("test", golden.file(), "--update", "--out", temporary.resolve("suite"));
        assertEquals(ExitCode.BAD_INPUT, update.code(), update::toString);
        assertTrue(
                update.err().contains(":13: /expect/0/raster: g.csv: is not a golden raster and stays as it is"),
                update.err());
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "on Windows only administrators may make symbolic links")
    void linksAtTheNamesOfTemporaryFilesLeadNowhere() throws IOException {
        Path mine = Files.createDirectories(temporary.resolve("mine"));
        Path file = Files.writeString(mine.resolve("notes.txt"), "mine");
        Files.createSymbolicLink(temporary.resolve(".out.checkpoint.partial"), file);
        ScenarioOnDisk endures = new ScenarioOnDisk(temporary.resolve("long"))
                .with("duration: 50 ms", "duration: 100 s")
                .with("hardware: [loihi, stm32u575]", "")
                .with("decision: {population: out}", "record: {stream: true}")
                .with("expect:\n  - {spikes: {population: out}, between: [3, 3]}", "");

        ganglion("run", endures.file(), "--out", out(), "--checkpoint-every", "1 ms");
        assertEquals("mine", Files.readString(file));
        Files.createSymbolicLink(temporary.resolve(".out.recording"), mine);
        ganglion("run", endures.file(), "--out", out())
                .assertRefusedInOneLine(".out.recording: is a symbolic link, expected a folder");

        assertEquals("mine", Files.readString(file));
        assertEquals(List.of("notes.txt"), names(mine));
    }
}
