package ganglion.report.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.scenario.model.RunPoint;
import ganglion.scenario.result.ExpectationOutcome;
import ganglion.scenario.suite.CaseResult;
import ganglion.scenario.suite.RunResult;
import ganglion.scenario.suite.Status;
import ganglion.scenario.suite.SuiteResult;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class SuiteFolderTest {

    @TempDir
    private Path folder;

    private static RunResult run(String beta, String gain, long seed, double spikes, String... messages) {
        Map<String, String> settings = new LinkedHashMap<>();
        if (!beta.isEmpty()) {
            settings.put("/network/beta", beta);
            settings.put("/network/gain", gain);
        }
        boolean passed = messages.length == 0;
        ExpectationOutcome outcome = new ExpectationOutcome("/expect/0", "spikes <b>", passed, "3", "4");
        return new RunResult(
                beta.isEmpty() ? "" : "beta " + beta,
                settings,
                seed,
                passed ? Status.PASSED : Status.FAILED,
                List.of(outcome),
                List.of(),
                "a b#/report.html",
                Map.of("spikes of out", spikes, "constant", 7.0),
                0.5);
    }

    private static CaseResult result(String name, RunResult... runs) {
        return new CaseResult(name + ".yaml", name, List.of("fast"), List.of(runs), List.of());
    }

    private static CaseResult sweep() {
        return result(
                "sweep",
                run("0.1", "\"low, \\\"x\\\"\"", 1, 2),
                run("0.1", "\"low, \\\"x\\\"\"", 2, 4),
                run("0.2", "\"low, \\\"x\\\"\"", 1, 8),
                run("0.1", "\"high\"", 1, 1),
                run("0.2", "\"high\"", 1, 0.1234567890123));
    }

    private String write(SuiteResult suite, String file) throws Exception {
        SuiteFolder.write(suite, folder);
        return Files.readString(folder.resolve(file));
    }

    @Test
    void listsEveryScenarioWithALinkToItsReport() throws Exception {
        String page = write(new SuiteResult(List.of(result("one", run("", "", 1, 3)), sweep()), 2), "index.html");

        assertTrue(page.contains("<span>2 passed of 2 scenarios</span>"), page);
        assertTrue(page.contains("<a href=\"a%20b%23/report.html\">one</a>"), page);
        assertTrue(page.contains("<a href=\"sweep/sweep.html\">sweep</a>"), page);
    }

    @Test
    void saysWhatIsWrongAsText() throws Exception {
        CaseResult failed = result("bad", run("", "", 1, 3, "failed"));
        CaseResult hostile = result(
                "dead",
                new RunResult(
                        "", Map.of(), -1, Status.ABORTED, List.of(), List.of("<script>x</script>"), "", Map.of(), 0));

        String page = write(new SuiteResult(List.of(failed, hostile), 2), "index.html");

        assertTrue(page.contains("spikes &lt;b&gt;: found 3, expected 4"), page);
        assertTrue(page.contains("&lt;script&gt;x&lt;/script&gt;"), page);
        assertFalse(page.contains("<script>x"), page);
        assertTrue(page.contains("<span>1 failed, 1 aborted of 2 scenarios</span>"), page);
        assertTrue(page.contains("default-src 'none'; script-src 'sha256-"), page);
    }

    @Test
    void writesATableWithMeansAndDeviations() throws Exception {
        String csv = write(new SuiteResult(List.of(sweep()), 2), "sweep/sweep.csv");

        List<String> lines = csv.lines().toList();
        assertEquals(5, lines.size());
        assertTrue(lines.get(0).startsWith("beta,gain,runs,expectations that hold,expectations,"), csv);
        assertTrue(lines.get(1).startsWith("0.1,\"low, \"\"x\"\"\",2,2,2,"), csv);
        assertTrue(lines.get(1).contains(",3,1.4142135623730951"), csv);
        assertTrue(lines.get(4).contains("0.1234567890123"), "full precision: " + csv);
    }

    @Test
    void writesARowForEachRun() throws Exception {
        write(new SuiteResult(List.of(sweep()), 2), "sweep/sweep.csv");

        List<String> lines = Files.readAllLines(folder.resolve("sweep/sweep-runs.csv"));

        assertEquals(6, lines.size());
        assertTrue(
                lines.get(0).startsWith("run,beta,gain,seed,outcome,expectations that hold,expectations,"),
                lines.get(0));
        assertTrue(lines.get(2).startsWith("2,0.1,\"low, \"\"x\"\"\",2,passed,1,1,"), lines.get(2));
        String page = Files.readString(folder.resolve("sweep/sweep.html"));
        assertTrue(page.contains(">0005</a></th>"), page);
    }

    /** Quantities of expectations stand beside the figures, unless they are the same. */
    @Test
    void tellsWhatWasFoundOfEachExpectation() throws Exception {
        RunResult[] runs = {found("0.1", 0.25), found("0.2", 0.75)};

        String csv = write(new SuiteResult(List.of(result("sweep", runs)), 2), "sweep/sweep.csv");

        assertTrue(csv.contains("spikes of out,variation of out (Hz)"), csv);
        assertTrue(csv.contains("0.1,1,1,1,5,0.25\n0.2,1,1,1,5,0.75\n"), csv);
    }

    /** A table of points would have the rows of the runs, and a figure that is the same everywhere needs no column. */
    @Test
    void aSweepWithoutRepeatsIsOneTableOfWhatVaries() throws Exception {
        RunResult[] runs = {found("0.1", 0.25), found("0.2", 0.75)};

        String page = write(new SuiteResult(List.of(result("sweep", runs)), 2), "sweep/sweep.html");

        assertEquals(1, page.split("<table", -1).length - 1, page);
        assertTrue(page.contains(">variation of out</th>"), page);
        assertFalse(page.contains(">spikes of out</th>"), page);
        assertFalse(page.contains(">seed</th>"), page);
        assertTrue(page.contains("The same in all runs: spikes of out 5."), page);
    }

    /** What is written alike in all runs is not drawn as if it differed. */
    @Test
    void whatIsTheSameInAllRunsIsNotDrawn() throws Exception {
        RunResult[] runs = {found("0.1", 10.40054), found("0.2", 10.40057)};

        String page = write(new SuiteResult(List.of(result("sweep", runs)), 2), "sweep/sweep.html");

        assertTrue(page.contains("variation of out 10.401 Hz"), page);
        assertFalse(page.contains("class=\"charts\""), page);
    }

    @Test
    void leavesOutWhatFewPointsExpect() throws Exception {
        RunResult[] runs = {found("0.1", 0.25), run("0.2", "1", 1, 5), run("0.3", "1", 1, 5)};

        String csv = write(new SuiteResult(List.of(result("sweep", runs)), 2), "sweep/sweep.csv");

        assertFalse(csv.contains("variation of out"), csv);
    }

    private static RunResult found(String beta, double value) {
        return new RunResult(
                beta,
                Map.of("/network/beta", beta),
                1,
                Status.PASSED,
                List.of(new ExpectationOutcome("/expect/0", "variation of out", true, "", "").withValue(value, "Hz")),
                List.of(),
                "",
                Map.of("spikes of out", 5.0),
                1);
    }

    @Test
    void aFigureOverTwoAxesIsAMap() throws Exception {
        RunResult[] runs = IntStream.range(0, 9)
                .mapToObj(i -> new RunResult(
                        "",
                        Map.of("/a/rate", "\"" + (i / 3 + 1) + " kHz\"", "/a/weight", Integer.toString(i % 3)),
                        1,
                        Status.PASSED,
                        List.of(),
                        List.of(),
                        "",
                        Map.of("spikes of out", (double) i),
                        1))
                .toArray(RunResult[]::new);

        write(new SuiteResult(List.of(result("sweep", runs)), 2), "sweep/sweep.csv");
        String page = Files.readString(folder.resolve("sweep/sweep.html"));

        assertEquals(9, page.split("class=\"cell\" fill=", -1).length - 1, "a cell for each point");
        assertTrue(page.contains(">2 kHz</text>"), page);
        assertEquals(3, page.split("class=\"line\"", -1).length - 1, "and lines");
    }

    @Test
    void namesTheRunsThatAreLost() throws Exception {
        RunPoint point = new RunPoint(5, Map.of("/network/beta", "0.3"), OptionalLong.of(7));
        RunResult lost = RunResult.error(point, Status.ABORTED, List.of("s.yaml: <killed>"), 1);
        CaseResult sweep = result("sweep", run("0.1", "1", 1, 2), run("0.2", "1", 1, 4), lost);

        String csv = write(new SuiteResult(List.of(sweep), 2), "sweep/sweep.csv");
        String page = Files.readString(folder.resolve("sweep/sweep.html"));

        List<String> lines = csv.lines().toList();
        assertTrue(lines.get(0).startsWith("beta,gain,runs,lost runs,expectations that hold,expectations,"), csv);
        assertTrue(lines.get(1).startsWith("0.1,1,1,0,1,1,"), csv);
        assertEquals("0.3,,0,1,0,0,,", lines.get(3));
        assertTrue(page.contains("Incomplete: 1 of 3 runs have no result."), page);
        assertTrue(page.contains("beta 0.3, seed 7: s.yaml: &lt;killed&gt;"), page);
    }

    @Test
    void saysNothingOfLostRunsWhereThereAreNone() throws Exception {
        String page = write(new SuiteResult(List.of(sweep()), 2), "sweep/sweep.html");

        assertFalse(page.contains("Incomplete"), page);
    }

    @Test
    void theResultsOfAnEarlierSuiteGoBeforeTheNext() throws Exception {
        write(new SuiteResult(List.of(sweep()), 2), "index.html");
        Path mine = Files.writeString(folder.resolve("sweep/mine.txt"), "mine");

        SuiteFolder.clear(folder);
        StudyFolder.clear(folder.resolve("sweep"));

        try (Stream<Path> left = Files.walk(folder).filter(Files::isRegularFile)) {
            assertEquals(List.of(mine), left.toList());
        }
    }

    @Test
    void plotsWhatVariesAndNothingElse() throws Exception {
        String page = write(new SuiteResult(List.of(sweep()), 2), "sweep/sweep.html");

        assertEquals(1, page.split("<figure", -1).length - 1, "the constant needs no plot");
        assertEquals(2, page.split("class=\"line\"", -1).length - 1, "one line for each gain");
        assertTrue(page.contains("gain high</text>"), page);
        assertFalse(page.contains("NaN"), page);
        String svg = page.substring(page.indexOf("<svg"), page.lastIndexOf("</svg>") + 6);
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    @Test
    void plotsNothingWhereNothingIsANumber() throws Exception {
        CaseResult words = result("words", run("\"a\"", "1", 1, 2), run("\"b\"", "1", 1, 3));

        String page = write(new SuiteResult(List.of(words), 2), "words/sweep.html");

        assertFalse(page.contains("<svg"), page);
        assertTrue(page.contains(">b</td>"), page);
    }

    @Test
    void writesTheResultsForScripts() throws Exception {
        String json = write(new SuiteResult(List.of(sweep()), 2), "results.json");

        assertTrue(json.startsWith("{\n  \"format\" : \"ganglion-suite\""), json);
    }
}
