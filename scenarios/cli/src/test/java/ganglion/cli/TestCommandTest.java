package ganglion.cli;

import static ganglion.cli.CommandLineUnderTest.ganglion;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cli.CommandLineUnderTest.Outcome;
import ganglion.cli.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Suites of scenarios. */
@Tag("slow")
final class TestCommandTest {

    @TempDir
    private Path temporary;

    private Path suite;

    @BeforeEach
    void makeASuite() throws IOException {
        suite = temporary.resolve("suite");
        scenario("good");
    }

    private ScenarioOnDisk scenario(String name) throws IOException {
        return new ScenarioOnDisk(suite.resolve(name)).with("scenario: two-taps", "scenario: " + name);
    }

    private Path out() {
        return temporary.resolve("out");
    }

    private Outcome test(Object... more) {
        Object[] words = new Object[more.length + 6];
        System.arraycopy(new Object[] {"test", suite, "--out", out(), "--threads", "1"}, 0, words, 0, 6);
        System.arraycopy(more, 0, words, 6, more.length);
        return ganglion(words);
    }

    @Test
    void runsWhatItFindsAndLeavesRunsAndIndex() throws IOException {
        scenario("other");

        Outcome outcome = test("--junit", temporary.resolve("j.xml"));

        outcome.assertFine();
        assertTrue(outcome.out().contains("2 passed of 2 scenarios in "), outcome.out());
        assertTrue(outcome.out().endsWith("report: " + out().resolve("index.html") + "\n"), outcome.out());
        assertTrue(Files.size(out().resolve("good/report.html")) > 10_000);
        assertTrue(Files.readString(out().resolve("index.html")).contains("href=\"other/report.html\""));
        String xml = Files.readString(temporary.resolve("j.xml"));
        assertTrue(xml.contains("<testsuite name=\"good\""), xml);
        assertTrue(xml.contains("<property name=\"run directory\" value=\"" + out().resolve("good") + "\"/>"), xml);
    }

    @Test
    void goesOnAfterWhatFailsOrCannotBeRead() throws IOException {
        scenario("failing").with("between: [3, 3]", "between: [10, 40]");
        scenario("broken").with("clock:", "clook:");

        Outcome outcome = test();

        assertEquals(ExitCode.BAD_INPUT, outcome.code(), outcome::toString);
        assertTrue(outcome.out().contains("1 passed, 1 failed, 1 refused of 3 scenarios"), outcome.out());
        assertTrue(outcome.out().contains("found     3\n"), outcome.out());
        assertTrue(outcome.err().contains("broken/scenario.yaml:2: /clook: found the unknown key"), outcome.err());
    }

    @Test
    void endsWithOneWhereAnExpectationDoesNotHold() throws IOException {
        scenario("failing").with("between: [3, 3]", "between: [10, 40]");

        Outcome outcome = test("--quiet");

        assertEquals(ExitCode.EXPECTATION_FAILED, outcome.code(), outcome::toString);
        assertEquals("", outcome.err());
        assertFalse(outcome.out().contains("good"), outcome.out());
        assertTrue(outcome.out().contains("failing\n    ✗ spikes of out (/expect/0)"), outcome.out());
    }

    @Test
    void refusesATimeThatNoClockCounts() {
        test("--timeout", "1e300 s").assertRefusedInOneLine("--timeout", "1e300 s", "at most 1000000 s");
    }

    /** A run that takes too long is an error of its own, and the scenarios after it are run. */
    @Test
    void stopsARunThatTakesTooLong() throws IOException {
        scenario("a-long")
                .with("duration: 50 ms", "duration: 1000000 s")
                .with(", labels: [low, high]", ", currents: [{noise: {mean: 0, deviation: 0.1}}]")
                .with("hardware: [loihi, stm32u575]", "");

        Outcome outcome = test("--timeout", "2 s");

        assertEquals(ExitCode.BAD_INPUT, outcome.code(), outcome::toString);
        assertTrue(outcome.out().contains("1 passed, 1 aborted of 2 scenarios"), outcome.out());
        assertTrue(outcome.err().contains("took longer than 2 s and was stopped"), outcome::toString);
    }

    @Test
    void updatesGoldenRasters() throws IOException {
        scenario("golden").with("  - {spikes: {population: out}, between: [3, 3]}", "  - {raster: golden/out.csv}");

        assertEquals(ExitCode.EXPECTATION_FAILED, test().code(), "there is none yet");
        Outcome updated = test("--update");
        Outcome after = test();

        updated.assertFine();
        assertTrue(updated.out().contains("golden: golden/out.csv: 6 spikes written"), updated.out());
        after.assertFine();
        assertEquals(
                Files.readString(suite.resolve("golden/golden/out.csv")),
                Files.readString(out().resolve("golden/spikes.csv")),
                "a run's spikes are a golden raster as they are");
    }

    @Test
    void runsSweepsWithATableOfTheirRuns() throws IOException {
        scenario("swept").with("clock:", "sweep: {/network/projections/0/weights: [1.0, 2.0]}\nclock:");

        test().assertFine();

        List<String> table = Files.readAllLines(out().resolve("swept/sweep.csv"));
        assertEquals(3, table.size());
        assertTrue(table.get(1).startsWith("1.0,1,1,1,3,"), table::toString);
        assertTrue(Files.readString(out().resolve("swept/sweep.html")).contains("href=\"0002/report.html\""));
    }
}
