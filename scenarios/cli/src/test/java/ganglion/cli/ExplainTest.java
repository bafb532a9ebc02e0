package ganglion.cli;

import static ganglion.cli.CommandLineUnderTest.ganglion;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
        assertTrue(html.contains("<title>middle/0 at 5 ms, 100.0 % of the lift</title>"));
        assertTrue(html.contains("<title>taps/0 at 3 ms, 55.2 % of the lift</title>"));
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
}
