package ganglion.cli;

import static ganglion.cli.CommandLineUnderTest.ganglion;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ganglion.cli.CommandLineUnderTest.Outcome;
import ganglion.cli.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    void valuesOfTheCommandLineArePutIntoEachScenario() throws IOException {
        Outcome changed = test("--set", "/expect/0/between=[1000, 2000]");
        assertEquals(ExitCode.EXPECTATION_FAILED, changed.code(), changed::toString);
        assertTrue(changed.out().contains("expected  1000 to 2000"), changed.out());

        test("--set", "/expect/0/between=[1000, 2000]", "--update").assertRefusedInOneLine("--set", "--update");
        Outcome misspelt = test("--set", "/expct/0=1");
        assertEquals(ExitCode.BAD_INPUT, misspelt.code(), misspelt::toString);
    }

    @Test
    void whatWasPutIntoScenariosIsNoMarkup() throws IOException {
        Path summary = temporary.resolve("s.md");
        test("--set", "/description=\"<b>|`\"", "--summary", summary);
        String heading = Files.readString(summary).lines().findFirst().orElseThrow();
        assertTrue(heading.endsWith(" with /description=\"&lt;b>\\|\\`\""), heading);
    }

    /** Results of one scenario with different settings do not pass for each other in any of the outputs. */
    @Test
    void whatWasPutIntoScenariosIsInTheirNames() throws IOException {
        Path[] files = {temporary.resolve("f.json"), temporary.resolve("j.xml"), temporary.resolve("s.md")};

        Outcome outcome = test(
                "--set",
                "/clock/duration=60 ms",
                "--set",
                "/seed=7",
                "--benchmark-json",
                files[0],
                "--junit",
                files[1],
                "--summary",
                files[2]);

        outcome.assertFine();
        String title = "good, /clock/duration=60 ms, /seed=7";
        for (JsonNode entry : new ObjectMapper().readTree(files[0].toFile())) {
            assertTrue(entry.get("name").asText().startsWith(title + ": "), entry::toString);
        }
        String xml = Files.readString(files[1]);
        assertTrue(xml.contains("<testsuite name=\"" + title + "\""), xml);
        assertTrue(xml.contains("<testcase classname=\"" + title + "\""), xml);
        assertTrue(xml.contains("<property name=\"scenario\" value=\"good\"/>"), xml);
        assertTrue(xml.contains("<property name=\"set /clock/duration\" value=\"60 ms\"/>"), xml);
        String verdict = "1 passed of 1 scenario with /clock/duration=60 ms, /seed=7";
        assertTrue(Files.readString(files[2]).startsWith("## Ganglion: " + verdict + "\n"));
        assertTrue(outcome.out().contains(verdict + " in "), outcome.out());
        JsonNode results =
                new ObjectMapper().readTree(out().resolve("results.json").toFile());
        assertEquals("7", results.at("/settings").get("/seed").asText());
    }

    @Test
    void saysWhatSummaryCannotBeWritten() throws IOException {
        Path nowhere = Files.writeString(temporary.resolve("file"), "").resolve("summary.md");

        Outcome outcome = test("--summary", nowhere);

        assertEquals(ExitCode.BAD_INPUT, outcome.code(), outcome::toString);
        assertTrue(outcome.err().startsWith(nowhere + ": "), outcome.err());
        assertEquals(1, outcome.errorLines().size(), outcome.err());
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
    void tellsGitHubWhereAnExpectationStands() throws IOException {
        Path file = new ScenarioOnDisk(suite.resolve("50 %, or more"))
                .with("between: [3, 3]", "between: [10, 40]")
                .file();
        List<String> lines = Files.readAllLines(file);
        int line = lines.stream()
                        .filter(each -> each.contains("between: [10, 40]"))
                        .mapToInt(lines::indexOf)
                        .findFirst()
                        .orElseThrow()
                + 1;
        Path summary = Files.writeString(temporary.resolve("summary.md"), "# before\n");

        Outcome outcome = test("--github", "--summary", summary);

        assertEquals(ExitCode.EXPECTATION_FAILED, outcome.code(), outcome::toString);
        assertTrue(
                outcome.out()
                        .contains("\n::error file=" + file.toString().replace("%,", "%25%2C") + ",line=" + line
                                + ",title=two-taps%3A spikes of out::found 3%0Aexpected 10 to 40\n"),
                outcome.out());
        String markdown = Files.readString(summary);
        assertTrue(markdown.startsWith("# before\n## Ganglion: 1 passed, 1 failed of 2 scenarios\n"), markdown);
        assertTrue(markdown.contains("| two-taps | spikes of out (/expect/0) | 3 | 10 to 40 |\n"), markdown);
    }

    @Test
    void tellsGitHubWhatIsWrongWithAScenario() throws IOException {
        Path file =
                scenario("refused").with("duration: 50 ms", "duration: 50 Hz").file();

        Outcome outcome = test("--github", "--json");

        assertEquals(ExitCode.BAD_INPUT, outcome.code(), outcome::toString);
        assertTrue(outcome.out().startsWith("{"), outcome.out());
        assertTrue(outcome.err().contains("::error file=" + file + ",line="), outcome.err());
    }

    @Test
    void writesFiguresForATrendAndABadge() throws IOException {
        Path figures = temporary.resolve("figures.json");
        Path badge = temporary.resolve("badge.json");
        scenario("repeated").with("hardware:", "repeat: 2\nhardware:");
        String energies = "  - {energy: {profile: stm32u575, per: decision, boundary: active}, above: 0 J}\n"
                + "  - {energy: {profile: loihi, per: decision, boundary: active}, above: 0 J}\n";
        Files.writeString(suite.resolve("good/scenario.yaml"), energies, StandardOpenOption.APPEND);

        test("--benchmark-json", figures, "--badge", badge).assertFine();
        test("--benchmark-json", figures, "--badge", badge).assertFine();

        JsonNode entries = new ObjectMapper().readTree(figures.toFile());
        Map<String, JsonNode> byName = new HashMap<>();
        entries.forEach(entry -> byName.put(entry.get("name").asText(), entry));
        assertEquals(entries.size(), byName.size(), entries::toString);
        // An expectation about an energy that is a figure adds no other name for it.
        assertEquals(
                2,
                byName.keySet().stream()
                        .filter(name -> name.startsWith("good: active energy of a"))
                        .count());
        JsonNode energy = byName.get("good: active energy of a decision on stm32u575 (artificial network, once)");
        assertEquals("J", energy.get("unit").asText());
        assertTrue(energy.get("value").asDouble() > 0, energy::toString);
        assertFalse(energy.has("range"), energy::toString);
        String value = energy.get("value").asText();
        assertEquals(
                value + " to " + value,
                byName.get("repeated: active energy of a decision on stm32u575 (artificial network, once)")
                        .get("range")
                        .asText());
        assertEquals(0, byName.get("good: failures").get("value").asInt());
        assertEquals(
                "{\"schemaVersion\":1,\"label\":\"ganglion\",\"message\":\"2 passed of 2"
                        + " scenarios\",\"color\":\"brightgreen\"}",
                new ObjectMapper().readTree(badge.toFile()).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--benchmark-json", "--badge", "--junit"})
    void replacesNoFileOfAnotherKindBeforeItRuns(String option) throws IOException {
        Path mine = Files.writeString(temporary.resolve("mine"), "mine\n");

        test(option, mine).assertRefusedInOneLine(mine + ": is not ", "stays as it is");

        assertEquals("mine\n", Files.readString(mine));
        assertFalse(Files.exists(out()));
    }

    /** An expectation that fails in two runs, and two mistakes of a refused scenario, are annotations and failures alike. */
    @Test
    void countsAsManyFailuresAsAnnotations() throws IOException {
        scenario("failing").with("between: [3, 3]", "between: [10, 40]").with("hardware:", "repeat: 2\nhardware:");
        scenario("refused").with("duration: 50 ms", "duration: 50 Hz").with("beta: 0.9", "beta: 9");
        scenario("refused-too").with("duration: 50 ms", "duration: 50 Hz");
        Path figures = temporary.resolve("figures.json");

        Outcome outcome = test("--github", "--benchmark-json", figures);

        Map<String, Integer> failures = new HashMap<>();
        for (JsonNode entry : new ObjectMapper().readTree(figures.toFile())) {
            String name = entry.get("name").asText();
            if (name.endsWith(": failures")) {
                failures.put(name, entry.get("value").asInt());
            }
        }
        assertEquals(
                Map.of("failing: failures", 1, "good: failures", 0, "refused: failures", 2, "refused-too: failures", 1),
                failures);
        assertEquals(
                4,
                outcome.out().lines().filter(line -> line.startsWith("::error")).count(),
                outcome.out());
    }

    @Test
    void annotatesAnInheritedExpectationWhereItStands() throws IOException {
        Path base = new ScenarioOnDisk(suite.resolve("base"))
                .with("between: [3, 3]", "between: [10, 40]")
                .file();
        Files.writeString(suite.resolve("small.yaml"), "extends: base/scenario.yaml\nscenario: small\n");
        int line = Files.readAllLines(base).size();

        Outcome outcome = test("--github");

        assertTrue(
                outcome.out().contains("::error file=" + base + ",line=" + line + ",title=small%3A spikes of out"),
                outcome.out());
    }

    @ParameterizedTest
    @CsvSource({
        "summary.yaml, --summary, a name that ends in .md",
        "index.html, --badge, holds results of --out",
        "results.json, --benchmark-json, holds results of --out",
        "good/report.html, --junit, holds results of --out",
        "'', --junit, holds results of --out",
        "good/summary.md, --summary, holds results of --out"
    })
    void refusesAFileAmongItsResults(String name, String option, String message) {
        Path file = out().resolve(name);

        test(option, file).assertRefusedInOneLine(file + ": ", message);

        assertFalse(Files.exists(out()));
    }

    @Test
    void refusesOneFileForTwoOptions() {
        Path file = temporary.resolve("both");

        test("--badge", file, "--junit", temporary.resolve("x/../both"))
                .assertRefusedInOneLine("both: is named by two options");
    }

    @Test
    void leavesNoOldBadgeWhereNothingIsRun() throws IOException {
        Path badge = temporary.resolve("made/badge.json");
        Path summary = temporary.resolve("made/new/summary.md");
        test("--badge", badge, "--summary", summary).assertFine();
        assertTrue(Files.readString(badge).contains("1 passed"));
        assertTrue(Files.readString(summary).startsWith("## Ganglion"));

        test("--badge", badge, "--tag", "none").assertRefusedInOneLine("found 1 scenario, none of the names and tags");

        String left = Files.readString(badge);
        assertTrue(left.contains("\"no scenario was run\"") && left.contains("\"red\""), left);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--benchmark-json", "--badge"})
    void saysWhatCannotBeWritten(String option) {
        Path nowhere = suite.resolve("good/scenario.yaml/file");

        Outcome outcome = test(option, nowhere);

        assertEquals(ExitCode.BAD_INPUT, outcome.code(), outcome::toString);
        assertTrue(outcome.err().startsWith(nowhere + ": "), outcome.err());
        assertEquals(1, outcome.errorLines().size(), outcome.err());
    }
}
