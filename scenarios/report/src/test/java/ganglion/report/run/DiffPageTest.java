package ganglion.report.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two runs compared, as a page. */
class DiffPageTest {

    @TempDir
    private Path folder;

    private RecordedRun recorded(String name, TinyScenario scenario) throws Exception {
        return RecordedRun.read(RunDirectory.write(scenario.run(), folder.resolve(name), SampleRun.MANIFEST));
    }

    private TinyScenario scenario(String name) {
        return new TinyScenario(folder.resolve("scenario-" + name));
    }

    private static String page(RecordedRun one, RecordedRun other) throws Exception {
        return DiffPage.of(RunDiff.between(one, other), one, other);
    }

    @Test
    void whatPassedAndFailsNowStandsFirst() throws Exception {
        String page = page(
                recorded("first", scenario("a")),
                recorded("second", scenario("b").with("[[1, 0.5]]", "[[1, 1]]")));

        assertTrue(
                page.contains(
                        "Expectations that held in the first run and fail in the second: 1; that failed and hold now: 0."),
                page);
        assertTrue(page.indexOf("Expectations of another outcome") < page.indexOf("In the scenario"), page);
        assertTrue(page.contains("/network/projections/0/weights/0/1"), page);
        assertFalse(page.contains("Asked for"), page);
        assertTrue(page.startsWith("<!DOCTYPE html>") && page.substring(0, 512).contains(DiffPage.SIGN), page);
    }

    @Test
    void anExpectationOfOneRunOnlyNeitherHeldNorFailedInTheOther() throws Exception {
        RecordedRun one = recorded("first", scenario("a"));
        RecordedRun more = recorded(
                "second", scenario("b").with("equals: 2}", "equals: 2}\n  - {spikes: {population: out}, equals: 7}"));

        for (String page : List.of(page(one, more), page(more, one))) {
            assertTrue(page.contains("fail in the second: 0; that failed and hold now: 0."), page);
            assertFalse(page.contains("The same expectations pass in both runs."), page);
            assertTrue(page.contains("Expectations of another outcome"), page);
        }
    }

    @Test
    void aPassingExpectationThatIsMissingIsADifference() throws Exception {
        RecordedRun more = recorded(
                "first", scenario("a").with("equals: 2}", "equals: 2}\n  - {spikes: {population: out}, at-most: 7}"));

        String page = page(more, recorded("second", scenario("b")));

        assertFalse(page.contains("The same expectations pass in both runs."), page);
        assertFalse(page.contains("Nothing differs."), page);
    }

    @Test
    void spikesOfOneRunOnlyAreMarked() throws Exception {
        String page = page(
                recorded("first", scenario("a")),
                recorded("second", scenario("b").with("[[1, 0.5]]", "[[1, 1]]")));

        // Neuron A fires twice in both runs, B twice in the second only.
        assertEquals(2, marks(page, "in both runs"));
        assertEquals(0, marks(page, "only in the first"));
        assertEquals(2, marks(page, "only in the second"));
    }

    private static int marks(String page, String series) {
        int at = page.indexOf("<path class=\"strokes\"", page.indexOf("data-name=\"" + series + "\""));
        return page.substring(at, page.indexOf("/>", at)).split("M[0-9.]+,", -1).length - 1;
    }

    @Test
    void runsOfOtherTicksAreNotDrawnOverEachOther() throws Exception {
        String page = page(
                recorded("first", scenario("a")),
                recorded(
                        "second",
                        scenario("b").with("tick: 1 ms", "tick: 0.5 ms").with("[[1, 0.5]]", "[[1, 1]]")));

        assertFalse(page.contains("only in the first"), page);
        assertTrue(
                page.contains(
                        "Not drawn over each other: a tick is 1 ms in the first run and 500 \u00b5s in the second."),
                page);
    }

    @Test
    void equalRunsDifferInNothing() throws Exception {
        String page = page(recorded("first", scenario("a")), recorded("second", scenario("b")));

        assertTrue(page.contains("Nothing differs."), page);
    }
}
