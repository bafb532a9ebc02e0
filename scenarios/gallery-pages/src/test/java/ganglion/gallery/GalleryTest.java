package ganglion.gallery;

import static ganglion.cli.CommandLineUnderTest.ganglion;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cli.CommandLineUnderTest.Outcome;
import ganglion.cli.ProjectRoot;
import ganglion.cli.ScenarioOnDisk;
import ganglion.cli.terminal.ExitCode;
import ganglion.documents.output.PlaceClaim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every scenario of the gallery holds, and the pages of the documentation say what it does today. */
@Tag("slow")
final class GalleryTest {

    private static final Path ROOT = ProjectRoot.find();
    private static final Path GALLERY = ROOT.resolve("scenarios/gallery");
    private static final Path PAGES = ROOT.resolve("docs/gallery");

    @TempDir
    private Path out;

    @Test
    void pagesAreThoseOfFreshRuns() throws IOException {
        Outcome made = ganglion("gallery", GALLERY, "--out", out);

        made.assertFine();
        Map<String, String> fresh = files(out);
        Map<String, String> kept = files(PAGES);
        assertTrue(fresh.keySet().stream().filter(name -> name.endsWith(".md")).count() > 20, fresh.keySet()::toString);
        assertEquals(kept.keySet(), fresh.keySet(), "pages");
        for (String name : kept.keySet()) {
            assertEquals(
                    kept.get(name),
                    fresh.get(name),
                    name + " has changed: ganglion gallery scenarios/gallery --out docs/gallery");
        }
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (var list = Files.list(folder)) {
            for (Path file : list.toList()) {
                // Where the scenarios lie as seen from here is not where they lie as seen from the root.
                files.put(
                        file.getFileName().toString(),
                        Files.readString(file).replace("run " + GALLERY, "run scenarios/gallery"));
            }
        }
        return files;
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "two-taps.md", "two-taps.svg"})
    void aFileOfTheUserIsNotReplaced(String name) throws IOException {
        ScenarioOnDisk scenario = new ScenarioOnDisk(out.resolve("scenario"));
        Path pages = Files.createDirectories(out.resolve("pages"));
        Path page = Files.writeString(pages.resolve(name), "# Mine\n");

        ganglion("gallery", scenario.file(), "--out", pages)
                .assertRefusedInOneLine(pages + ": holds " + name + ", which ganglion gallery did not write");

        assertEquals("# Mine\n", Files.readString(page));
    }

    @Test
    void aPlaceWhereAnotherProcessWritesIsRefused() throws Exception {
        ScenarioOnDisk scenario = new ScenarioOnDisk(out.resolve("scenario"));
        Path pages = out.resolve("pages");
        PlaceClaim claim = PlaceClaim.within(pages);
        try (claim) {
            ganglion("gallery", scenario.file(), "--out", pages).assertRefusedInOneLine(pages + ": ");
        }
    }

    @Test
    void takesWhatAReadmeSaysOnChange() throws IOException {
        ScenarioOnDisk scenario = new ScenarioOnDisk(out.resolve("scenario"))
                .withFile("README.md", "# About\n\nWords.\n\n## Change it\n\nTurn it up.\n");

        ganglion("gallery", scenario.file(), "--out", out.resolve("pages")).assertFine();

        String page = Files.readString(out.resolve("pages/two-taps.md"));
        assertTrue(
                page.contains("## Change it\n\nTurn it up.\n\n## The scenario\n\n```yaml\nscenario: two-taps\n"), page);
        assertTrue(page.contains("| out | 2 | 3 | 30 Hz |"), page);
        assertTrue(Files.readString(out.resolve("pages/two-taps.svg")).startsWith("<svg xmlns="));
    }

    @Test
    void readsAllPlansBeforeItRuns() throws IOException {
        Path both = out.resolve("scenarios");
        new ScenarioOnDisk(both.resolve("a"));
        new ScenarioOnDisk(both.resolve("b"))
                .with("scenario: two-taps", "scenario: other")
                .withFile("scenario.picture.yaml", "pictures: [{dance: {}}]\n");

        ganglion("gallery", both, "--out", out.resolve("pages")).assertRefusedInOneLine("found \"dance\"");
        assertFalse(Files.exists(out.resolve("pages")));
    }

    @Test
    void tellsWhichScenarioDoesNotHold() throws IOException {
        ScenarioOnDisk scenario =
                new ScenarioOnDisk(out.resolve("scenario")).with("between: [3, 3]", "between: [10, 40]");

        Outcome outcome = ganglion("gallery", scenario.file(), "--out", out.resolve("pages"));

        assertEquals(ExitCode.EXPECTATION_FAILED, outcome.code(), outcome::toString);
        assertTrue(outcome.out().startsWith("two-taps: failed\n"), outcome.out());
    }

    @Test
    void leavesAllPagesAsTheyWereIfAScenarioIsRefused() throws IOException {
        Path both = out.resolve("scenarios");
        new ScenarioOnDisk(both.resolve("a"));
        Path pages = out.resolve("pages");
        ganglion("gallery", both, "--out", pages).assertFine();
        Map<String, String> before = files(pages);
        new ScenarioOnDisk(both.resolve("b"))
                .with("scenario: two-taps", "scenario: other")
                .with("duration: 50 ms", "duration: long");

        Outcome refused = ganglion("gallery", both, "--out", pages);

        assertEquals(ExitCode.BAD_INPUT, refused.code(), refused::toString);
        assertTrue(refused.err().contains("found \"long\""), refused.err());
        assertTrue(refused.out().contains("nothing was written to " + pages), refused.out());
        assertEquals(before, files(pages));
    }

    @Test
    void leavesAllPagesAsTheyWereIfAPictureCannotBeDrawn() throws IOException {
        Path both = out.resolve("scenarios");
        ScenarioOnDisk first = new ScenarioOnDisk(both.resolve("a"));
        Path pages = out.resolve("pages");
        ganglion("gallery", both, "--out", pages).assertFine();
        Map<String, String> before = files(pages);
        first.with("between: [3, 3]", "between: [2, 4]");
        new ScenarioOnDisk(both.resolve("b"))
                .with("scenario: two-taps", "scenario: other")
                .withFile("scenario.picture.yaml", "pictures: [{spikes: {populations: [nobody]}}]\n");

        ganglion("gallery", both, "--out", pages).assertRefusedInOneLine("nobody");

        assertEquals(before, files(pages));
    }
}
