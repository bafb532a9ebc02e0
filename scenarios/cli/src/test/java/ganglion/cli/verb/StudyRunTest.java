package ganglion.cli.verb;

import static ganglion.cli.CommandLineUnderTest.ganglion;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ganglion.cli.CommandLineUnderTest.Outcome;
import ganglion.cli.ScenarioOnDisk;
import ganglion.cli.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ganglion run} with a sweep: all runs at once, or one of them. */
final class StudyRunTest {

    @TempDir
    private Path temporary;

    private ScenarioOnDisk scenario;

    @BeforeEach
    void writeASweep() throws IOException {
        scenario = new ScenarioOnDisk(temporary.resolve("scenario"))
                .with("clock:", "repeat: 2\nsweep: {/network/projections/0/weights: [0.5, 1.0]}\nclock:");
    }

    private Path out() {
        return temporary.resolve("out");
    }

    @Test
    void runsAllPointsWithAllSeeds() throws IOException {
        Outcome outcome = ganglion("run", scenario.file(), "--out", out());

        assertEquals(ExitCode.EXPECTATION_FAILED, outcome.code(), "at a weight of 0.5 nothing fires");
        assertTrue(outcome.out().contains("two-taps, weights 0.5, seed 43"), outcome.out());
        assertTrue(outcome.out().endsWith("report: " + out().resolve("sweep.html") + "\n"), outcome.out());
        for (String run : List.of("0001", "0002", "0003", "0004")) {
            assertTrue(Files.exists(out().resolve(run).resolve("report.html")), run);
        }
        List<String> table = Files.readAllLines(out().resolve("sweep.csv"));
        assertEquals(3, table.size());
        assertTrue(table.get(0).startsWith("weights,runs,expectations that hold,expectations,"), table::toString);
        assertTrue(table.get(1).startsWith("0.5,2,0,2,"), table::toString);
        assertTrue(table.get(2).startsWith("1.0,2,2,2,"), table::toString);
    }

    /** A table for each run and each point, the page, the document and the terminal say which class won. */
    @Test
    void decisionsAreToldOfEachRunAndPoint() throws IOException {
        String terminal = ganglion("run", scenario.file(), "--out", out()).out();

        List<String> table = Files.readAllLines(out().resolve("sweep.csv"));
        assertTrue(table.get(0).contains(",expectations,decided for,"), table::toString);
        assertTrue(table.get(1).startsWith("0.5,2,0,2,no spike: 2,"), table::toString);
        assertTrue(table.get(2).startsWith("1.0,2,2,2,low: 2,"), table::toString);
        assertTrue(Files.readAllLines(out().resolve("sweep-runs.csv")).get(4).contains(",1,1,low,"));
        assertTrue(Files.readString(out().resolve("sweep.html")).contains(">low: 2<"));
        JsonNode document =
                new ObjectMapper().readTree(out().resolve("sweep.json").toFile());
        assertEquals("{\"low\":1}", document.at("/runs/3/winners").toString());
        assertEquals("{\"\":2}", document.at("/points/0/winners").toString());
        assertTrue(terminal.contains("decided for") && terminal.contains("low: 2"), terminal);
    }

    /** What is left of the first sweep is nothing, and its user is told. */
    @Test
    void anotherSweepReplacesTheWholeSweepWithAWord() throws IOException {
        String fresh = ganglion("run", scenario.file(), "--out", out()).out();
        Files.writeString(out().resolve("notes.txt"), "mine");
        scenario.with("repeat: 2", "repeat: 1");

        String again = ganglion("run", scenario.file(), "--out", out()).out();

        assertFalse(fresh.contains("replaces"), fresh);
        assertTrue(again.startsWith("replaces what an earlier call wrote: " + out() + "\n"), again);
        assertFalse(Files.exists(out().resolve("0003")));
        assertTrue(Files.exists(out().resolve("0002")) && Files.exists(out().resolve("notes.txt")));
        JsonNode document =
                new ObjectMapper().readTree(out().resolve("sweep.json").toFile());
        assertEquals(2, document.get("runs").size());
        assertEquals(2, document.get("points").size());
    }

    /** Each run directory has the files and curves of its probes; without run directories, one line says that they are lost. */
    @Test
    void probesOfEachRunAreKept() throws IOException {
        scenario.with("hardware:", "record: {membrane: [{population: out, every: 1 ms}]}\nhardware:");

        for (String verb : List.of("run", "test")) {
            Path folder = out().resolve(verb);
            Outcome outcome = ganglion(verb, scenario.file(), "--out", folder);

            Path run = folder.resolve(verb.equals("run") ? "0004" : "two-taps/0004");
            assertTrue(
                    Files.readAllLines(run.resolve("probe-0-potential-out.csv")).size() > 10, verb);
            assertTrue(Files.readString(run.resolve("result.json")).contains("\"probe-0-potential-out.csv\""), verb);
            assertTrue(Files.readString(run.resolve("report.html")).contains("probe of the membrane potential"), verb);
            assertFalse(outcome.out().contains("probes"), outcome.out());
            try (Stream<Path> left = Files.list(run.getParent())) {
                assertFalse(left.anyMatch(file -> file.getFileName().toString().startsWith(".")), verb);
            }
        }
        scenario.with("repeat: 2", "repeat: 60");
        String many =
                ganglion("run", scenario.file(), "--out", out(), "--quiet").out();
        assertTrue(many.contains("two-taps: what its probes saw is not kept"), many);
    }

    /** It has its columns, with nothing in them, and terminal and page say what is missing. */
    @Test
    void aDeviceWithoutAnEnergyStaysInTheTables() throws IOException {
        scenario.with("hardware: [loihi, stm32u575]", "hardware: [truenorth]").with("delay: 1 tick", "delay: 20 ticks");
        String reason = "has a delay of 20 ticks, the longest possible is 15";

        String terminal = ganglion("run", scenario.file(), "--out", out()).out().replaceAll("\\s+", " ");

        assertTrue(terminal.contains("- truenorth, active: the projection from taps to out " + reason), terminal);
        List<String> table = Files.readAllLines(out().resolve("sweep.csv"));
        assertTrue(table.get(0).contains(",active energy of a decision on truenorth (J),"), table::toString);
        assertTrue(table.get(1).endsWith(",,"), table::toString);
        assertTrue(Files.readString(out().resolve("sweep.html")).contains(reason));
    }

    /** The runs before it would have run for nothing, and who waits for hours wants to hear of it at once. */
    @Test
    void refusesABadValueOfTheSweepBeforeTheFirstRun() throws IOException {
        scenario.with("[0.5, 1.0]", "\n  [0.5,\n  heavy]");
        String problem = scenario.file() + ":" + (lineOf("heavy") + 1) + ": /network/projections/0/weights: found";

        for (String verb : List.of("run", "test")) {
            Outcome refused = ganglion(verb, scenario.file(), "--out", out());

            assertEquals(ExitCode.BAD_INPUT, refused.code(), refused::toString);
            assertTrue(refused.err().startsWith(problem), refused.err());
            assertTrue(refused.err().contains("(run 3: weights heavy, seed 42)"), refused.err());
            assertFalse(Files.exists(out().resolve("0001")), verb);
        }
    }

    private int lineOf(String word) throws IOException {
        List<String> lines = Files.readAllLines(scenario.file());
        return lines.indexOf(
                lines.stream().filter(line -> line.contains(word)).findFirst().orElseThrow());
    }
}
