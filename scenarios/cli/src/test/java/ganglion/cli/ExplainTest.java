package ganglion.cli;

import static ganglion.cli.CommandLineUnderTest.ganglion;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ganglion.cli.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages that tell why: of a spike that is asked for, and of what fails in a run. */
final class ExplainTest {

    private static final Pattern PLACE = Pattern.compile("href=\"#([^\"]+)\"");
    private static final Pattern NAME = Pattern.compile(" id=\"([^\"]+)\"");

    @TempDir
    private Path temporary;

    private ScenarioOnDisk scenario;
    private Path out;

    @BeforeEach
    void writeAScenario() throws IOException {
        out = temporary.resolve("run");
        scenario = new ScenarioOnDisk(temporary.resolve("scenario")).withNeuronsBetween();
    }

    private void expectARaster(String spikes) throws IOException {
        scenario.withFile(
                        "golden.csv",
                        "# format: ganglion-raster 1\n# tick-seconds: 0.001\n# ticks: 50\n# population: out 2\n"
                                + "time_s,tick,population,neuron\n" + spikes)
                .with("at-least: 0}", "at-least: 0}\n  - {raster: golden.csv}");
    }

    private JsonNode result() throws IOException {
        return new ObjectMapper().readTree(out.resolve("result.json").toFile());
    }

    /** Every link within the page leads somewhere. */
    private static String checked(Path page) throws IOException {
        String html = Files.readString(page);
        Set<String> names = new HashSet<>();
        NAME.matcher(html).results().map(found -> found.group(1)).forEach(names::add);
        List<String> lost = PLACE.matcher(html)
                .results()
                .map((MatchResult found) -> found.group(1))
                .filter(place -> !names.contains(place))
                .toList();
        assertEquals(List.of(), lost);
        assertTrue(html.endsWith("</html>\n"));
        return html;
    }

    @Test
    void aPageShowsTheSpikesThatLiftedOne() throws IOException {
        ganglion("run", scenario.file(), "--out", out, "--quiet").assertFine();
        Path page = temporary.resolve("why.html");

        ganglion("why", out, "--spike", "out/0@8ms", "--allow-outside-paths", "--html", page)
                .assertFine();

        String html = checked(page);
        assertTrue(html.contains("<title>Ganglion: why out/0 fired at 8 ms"));
        // The spike, the one in the middle, and two taps: as dots, the first two of which lead to their parts.
        assertEquals(4, html.split("<circle", -1).length - 1);
        assertEquals(3, html.split("stroke-opacity", -1).length - 1);
        assertTrue(html.contains("aria-label=\"middle/0 at 5 ms, 100.0 % of the lift\""));
        assertTrue(html.contains("taps/0 at 3 ms, 55.2 % of the lift"));
        assertTrue(html.contains("ganglion why " + out + " --allow-outside-paths --spike middle/0@5"));
    }

    @Test
    void aPageQuotesTheScenarioThatWasMoved() throws IOException {
        ganglion("run", scenario.file(), "--out", out, "--quiet").assertFine();
        Path moved = Files.move(scenario.file().getParent(), temporary.resolve("moved away"));
        Path page = temporary.resolve("why.html");

        ganglion(
                        "why",
                        out,
                        "--spike",
                        "out/0@8ms",
                        "--scenario",
                        moved.resolve(scenario.file().getFileName()),
                        "--html",
                        page)
                .assertFine();

        String option = "--scenario '" + moved.resolve(scenario.file().getFileName()) + "' --spike middle/0@5";
        assertTrue(checked(page).contains(option.replace("'", "&#39;")), option);
    }

    @Test
    void aPageIsWrittenForOneMomentOnlyAndReplacesNothingElse() throws IOException {
        ganglion("run", scenario.file(), "--out", out, "--quiet").assertFine();
        Path page = temporary.resolve("why.html");
        Files.writeString(page, "<title>Why I run</title>");

        ganglion("why", out, "--spike", "out/0@8ms", "--allow-outside-paths", "--html", page)
                .assertRefusedInOneLine("why.html", "is not a page of causes");
        ganglion("why", out, "--without", "middle/0", "--allow-outside-paths", "--html", page)
                .assertRefusedInOneLine("--html: found a question that it has no page for");

        assertEquals("<title>Why I run</title>", Files.readString(page));
    }

    @Test
    void aRunExplainsARasterThatDiffers() throws IOException {
        expectARaster("0.009,9,out,0\n");

        assertEquals(
                ExitCode.EXPECTATION_FAILED,
                ganglion("run", scenario.file(), "--out", out, "--explain").code());

        int failed = result().path("expectations").size() - 1;
        String name = result().at("/expectations/" + failed + "/why").asText();
        assertEquals("why-expectations-" + failed + ".html", name);
        String html = checked(out.resolve(name));
        assertTrue(html.contains("out/0 fired at 8 ms"), html);
        assertTrue(html.contains("the spikes of out first differ from the expected raster"), html);
        assertTrue(Files.readString(out.resolve("report.html")).contains(name));
        // The page is one of the files that the run directory lists, so that it can be replaced.
        assertEquals(
                ExitCode.EXPECTATION_FAILED,
                ganglion("run", scenario.file(), "--out", out).code());
        assertFalse(Files.exists(out.resolve(name)));
    }

    @Test
    void theDocumentOnStandardOutputNamesThePagesToo() throws IOException {
        expectARaster("0.009,9,out,0\n");

        JsonNode printed = new ObjectMapper()
                .readTree(ganglion("run", scenario.file(), "--out", out, "--explain", "--json")
                        .out());

        assertEquals(1, printed.findValuesAsText("why").size());
        assertEquals(result().path("expectations"), printed.path("expectations"));
    }

    @Test
    void aSuiteExplainsWhatFails() throws IOException {
        expectARaster("0.009,9,out,0\n");

        assertEquals(
                ExitCode.EXPECTATION_FAILED,
                ganglion("test", scenario.file(), "--out", out, "--explain").code());

        try (var files = Files.walk(out)) {
            assertEquals(
                    1,
                    files.filter(file -> file.getFileName().toString().startsWith("why-expectations-"))
                            .count());
        }
    }

    @Test
    void aWrongDecisionLeadsToItsCause() throws IOException {
        Path detector = Path.of("../gallery/pitch-detector/scenario.yaml");

        ganglion("run", detector, "--out", out, "--explain", "--quiet").assertFine();

        String name = result().at("/decisions/0/why").asText();
        String html = checked(out.resolve(name));
        assertTrue(html.contains("audio/clarinet-c5.flac was decided as G; its label is C."));
        assertTrue(html.contains("<audio controls"));
        assertTrue(html.contains("class=\"sound\""));
        assertTrue(result().at("/decisions/1/why").isMissingNode());
    }

    /** Of the 27 spikes of the G, 5 came until it was certain. */
    @Test
    void aWrongDecisionThatWasTakenEarlyIsExplainedByTheSpikesUntilThen() throws IOException {
        Path detector = Path.of("../gallery/pitch-detector/scenario.yaml");

        ganglion("run", detector, "--set", "/decision/stop-when-certain=0.6", "--out", out, "--explain", "--quiet")
                .assertFine();

        String html =
                Files.readString(out.resolve(result().at("/decisions/0/why").asText()));
        assertTrue(html.contains("This is the first of the 5 spikes of out/7 that spoke for G."), html);
    }

    @Test
    void spikesThatAreStreamedAreNotExplained() throws IOException {
        scenario.with("decision: {population: out}", "record: {stream: true}")
                .with("expect:\n  - {spikes: {population: out}, at-least: 0}\n", "");

        ganglion("run", scenario.file(), "--out", out, "--explain")
                .assertRefusedInOneLine("/record/stream: found true with --explain");

        assertFalse(Files.exists(out));
    }
}
