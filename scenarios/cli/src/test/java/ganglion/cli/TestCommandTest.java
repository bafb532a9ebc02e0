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
}
