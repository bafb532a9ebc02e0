package ganglion.gallery;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.InputException;
import ganglion.report.run.SampleRun;
import ganglion.scenario.result.ExpectationOutcome;
import ganglion.scenario.result.ScenarioRun;
import ganglion.scenario.suite.CaseResult;
import ganglion.scenario.suite.RunResult;
import ganglion.scenario.suite.Status;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class GalleryPageTest {

    @TempDir
    private Path folder;

    private static RunResult point(String beta, double rate) {
        return new RunResult(
                "beta " + beta,
                Map.of("/network/beta", beta),
                1,
                Status.PASSED,
                List.of(),
                List.of(),
                "",
                Map.of("rate", rate, "constant", 5.0),
                0.1);
    }

    private static PicturePlan plan() {
        try {
            return PicturePlan.beside(Path.of("there-is-none.yaml"));
        } catch (InputException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param points the runs of a sweep; none for a scenario that is run once */
    private static String page(ScenarioRun run, String change, RunResult... points) {
        List<RunResult> runs = points.length > 0 ? List.of(points) : List.of(point("0.9", 1));
        CaseResult result = new CaseResult("s.yaml", "s", List.of(), runs, List.of());
        return GalleryPage.markdown(run, result, plan(), "scenarios/s.yaml", "scenario: s\n", change);
    }

    @Test
    void saysWhatTheRunGave() {
        String page = page(SampleRun.sample().run(), "");

        assertTrue(
                page.startsWith("# pitch-detector\n\nWhich note is it?\n\n![picture of the run](pitch-detector.svg)"));
        assertTrue(page.contains("    ./ganglion run scenarios/s.yaml\n"), page);
        // 33 spikes of three neurons in 1.8 s.
        assertTrue(page.contains("| out | 3 | 33 | 6.11 Hz |\n"), page);
        assertTrue(
                page.lines().anyMatch(line -> line.matches("truenorth +.*a fan-in of 300, at most 256 fit.*")), page);
        assertTrue(page.contains("| At least 2 of 3 decisions are right | 2 | at least 2 |\n"), page);
        assertTrue(page.contains("## The scenario\n\n```yaml\nscenario: s\n```\n"), page);
        assertFalse(page.contains("## Change it"), page);
        assertFalse(page.contains("sweep"), page);
    }

    @Test
    void leavesOutOfTheScenarioWhatThePageTells() {
        CaseResult result = new CaseResult("s.yaml", "s", List.of(), List.of(point("0.9", 1)), List.of());
        String source = "scenario: s\ndescription: >\n  long\ntags: [a]\nexpect:\n- a\n  # why\n  - b\nseed: 3\n";

        String page = GalleryPage.markdown(SampleRun.sample().run(), result, plan(), "scenarios/s.yaml", source, "");

        assertTrue(page.contains("## The scenario\n\n```yaml\nscenario: s\nseed: 3\n```\n"), page);
    }

    @Test
    void aLongScenarioIsNamed() {
        String source = "scenario: s\n" + "# a line\n".repeat(100);
        CaseResult result = new CaseResult("s.yaml", "s", List.of(), List.of(point("0.9", 1)), List.of());

        String page = GalleryPage.markdown(SampleRun.sample().run(), result, plan(), "scenarios/s.yaml", source, "");

        assertTrue(page.contains("    ./ganglion run scenarios/s.yaml\n"), page);
        assertFalse(page.contains("## The scenario"), page);
        assertFalse(page.contains("# a line"), page);
    }

    @Test
    void aBarInACellDoesNotEndIt() {
        ExpectationOutcome outcome = new ExpectationOutcome("/expect/0", "a|b", true, "1|2", "3");

        String page = page(SampleRun.sample().expecting(List.of(outcome)).run(), "Turn it.");

        assertTrue(page.contains("| a\\|b | 1\\|2 | 3 |\n"), page);
        assertTrue(page.contains("## Change it\n\nTurn it.\n\n"), page);
    }

    @Test
    void textOfAStrangerBringsNoMarkup() {
        String hostile = "<img src=x onerror=alert(1)> [click](javascript:alert(2)) `x`";
        ExpectationOutcome outcome = new ExpectationOutcome("/expect/0", hostile, true, "<b>", "&lt;b&gt;");
        String change = "<script>alert(3)</script>, see <https://example.org> and `a < b`.";

        String page = page(SampleRun.sample().expecting(List.of(outcome)).run(), change);

        assertTrue(
                page.contains("| &lt;img src=x onerror=alert(1)> \\[click\\](javascript:alert(2)) \\`x\\` | &lt;b> |"
                        + " &amp;lt;b&amp;gt; |\n"),
                page);
        assertTrue(page.contains("&lt;script>alert(3)&lt;/script>, see <https://example.org> and `a < b`."), page);
        assertFalse(page.contains("<img") || page.contains("<script"), page);
    }

    @Test
    void aSweepListsWhatVariesInFourDigits() {
        String page = page(SampleRun.sample().run(), "", point("\"low\"", 0.123456789), point("\"high\"", 2));

        assertTrue(page.contains("| beta | rate |\n| --- | --- |\n| low | 0.1235 |\n| high | 2 |\n"), page);
    }
}
