package ganglion.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ganglion.cochlea.Cochlea;
import ganglion.cochlea.CochleaParameters;
import ganglion.report.files.IfExists;
import ganglion.report.picture.HearingPage;
import ganglion.report.picture.NamedHearing;
import ganglion.report.run.RunDirectory;
import ganglion.report.run.SampleRun;
import ganglion.report.suite.SuiteFolder;
import ganglion.report.training.SampleTraining;
import ganglion.report.training.TrainingDirectory;
import ganglion.scenario.result.ExpectationOutcome;
import ganglion.scenario.suite.CaseResult;
import ganglion.scenario.suite.RunResult;
import ganglion.scenario.suite.Status;
import ganglion.scenario.suite.SuiteResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every page on a desk and on a phone: nothing is wider than the screen, no label of a drawing covers another, and none is too small to be read.
 * Skipped, with the reason, where there is no Chromium.
 */
@Tag("slow")
class PagesLayoutTest {

    /** Reports say when they have drawn; other pages are drawn once they are loaded. */
    private static final String READY = "document.readyState === 'complete' && (window.ganglionReport === undefined ||"
            + " window.ganglionReport.ready)";

    /** Pairs of labels of a drawing that cover each other by more than a third of the smaller, and by more than the width of a letter. */
    private static final String COVERED = """
        (() => {
          const found = [];
          for (const svg of document.querySelectorAll('svg')) {
            const boxes = [...svg.querySelectorAll('text')]
              .filter((text) => text.textContent.trim() && !text.getAttribute('transform'))
              .map((text) => [text.textContent, text.getBoundingClientRect()]);
            for (let i = 0; i < boxes.length; i++) {
              for (let j = i + 1; j < boxes.length; j++) {
                const [a, b] = [boxes[i][1], boxes[j][1]];
                const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
                const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
                const letter = Math.min(8, 0.8 * Math.min(a.width, b.width));
                const smaller = Math.min(a.width * a.height, b.width * b.height);
                if (width > letter && height > 3 && width * height > smaller / 3) found.push(boxes[i][0] + ' / ' + boxes[j][0]);
              }
            }
          }
          return found.slice(0, 5).join('; ');
        })()\
        """;

    /** Labels of drawings whose letters are too small to be read: below this many pixels. */
    private static final String SMALL = """
        [...document.querySelectorAll('svg text')]
          .filter((text) => text.textContent.trim() && text.getScreenCTM())
          .filter((text) => parseFloat(getComputedStyle(text).fontSize) * Math.abs(text.getScreenCTM().a || text.getScreenCTM().b) < 8)
          .map((text) => text.textContent).slice(0, 5).join('; ')\
        """;

    /** Charts that a reader has to move to see the end of, but for those that are made wide. */
    private static final String CUT = """
        [...document.querySelectorAll('figure.chart:not(.wide)')]
          .filter((figure) => figure.scrollWidth > figure.clientWidth + 1)
          .map((figure) => figure.querySelector('svg')?.getAttribute('aria-label')).slice(0, 5).join('; ')\
        """;

    /** Names of devices of more than three lines, with what stands below them. */
    private static final String LONG = """
        [...document.querySelectorAll('#device-table tbody th')]
          .filter((name) => name.getBoundingClientRect().height > 0)
          .filter((name) => {
            const range = document.createRange();
            range.selectNodeContents(name);
            return range.getBoundingClientRect().height > 3.5 * parseFloat(getComputedStyle(name).lineHeight);
          })
          .map((name) => name.textContent).slice(0, 5).join('; ')\
        """;

    @TempDir
    private Path folder;

    @Test
    void pagesFitADeskAndAPhone() throws Exception {
        Optional<Path> binary = HeadlessBrowser.binary();
        assumeTrue(binary.isPresent(), "no chromium or chrome on the path, and CHROME_BIN is not set");
        List<String> problems = new ArrayList<>();
        try (HeadlessBrowser browser = new HeadlessBrowser(binary.get(), 1400, 900)) {
            for (Map.Entry<String, Path> page : pages().entrySet()) {
                for (int width : new int[] {1400, 390}) {
                    browser.resize(width, width > 1000 ? 900 : 840);
                    browser.open(page.getValue());
                    awaitDrawn(browser);
                    look(browser, width)
                            .forEach(problem -> problems.add(page.getKey() + ", " + width + ": " + problem));
                }
            }
        }
        assertEquals(List.of(), problems);
    }

    @Test
    void findsLabelsThatCoverEachOther() throws Exception {
        Optional<Path> binary = HeadlessBrowser.binary();
        assumeTrue(binary.isPresent(), "no chromium or chrome on the path, and CHROME_BIN is not set");
        String labels = "<figure><svg xmlns='http://www.w3.org/2000/svg' width='200' height='40' aria-label='two'>"
                + "<text x='10' y='20'>one label</text><text x='14' y='20'>another</text></svg></figure>";
        Path page = Files.writeString(
                folder.resolve("page.html"),
                new Page("w").head("Kind", "Title", "").card("Card", labels).markup(""));
        try (HeadlessBrowser browser = new HeadlessBrowser(binary.get(), 1400, 900)) {
            browser.resize(1400, 900);
            browser.open(page);
            awaitDrawn(browser);

            List<String> problems = look(browser, 1400);

            assertEquals(1, problems.size(), problems::toString);
            assertTrue(problems.get(0).endsWith("cover each other: one label / another"), problems::toString);
        }
    }

    private static void awaitDrawn(HeadlessBrowser browser) throws Exception {
        browser.awaitThat(READY);
        browser.awaitFrames();
    }

    private static List<String> look(HeadlessBrowser browser, int width) throws Exception {
        List<String> problems = new ArrayList<>();
        int wide = browser.evaluate("document.documentElement.scrollWidth").asInt();
        if (wide > width) {
            problems.add("is " + wide + " wide");
        }
        String covered = browser.evaluate(COVERED).asText();
        if (!covered.isEmpty()) {
            problems.add("has labels that cover each other: " + covered);
        }
        String small = browser.evaluate(SMALL).asText();
        if (!small.isEmpty()) {
            problems.add("has labels too small to be read: " + small);
        }
        String cut = browser.evaluate(CUT).asText();
        if (!cut.isEmpty()) {
            problems.add("has charts that are cut: " + cut);
        }
        String names = browser.evaluate(LONG).asText();
        if (width < 1000 && !names.isEmpty()) {
            problems.add("has names of devices of many lines: " + names);
        }
        return problems;
    }

    private Map<String, Path> pages() throws Exception {
        Map<String, Path> pages = new LinkedHashMap<>();
        Path run = RunDirectory.write(SampleRun.sample().run(), folder.resolve("run"), SampleRun.MANIFEST);
        pages.put("run", run.resolve("report.html"));
        SuiteFolder.write(
                new SuiteResult(List.of(result("one", point("", 1, 3, true)), sweep()), 2), folder.resolve("suite"));
        pages.put("suite", folder.resolve("suite/index.html"));
        pages.put("sweep", folder.resolve("suite/sweep/sweep.html"));
        Path training = TrainingDirectory.write(
                SampleTraining.outcome("notes", 1, Optional.empty()),
                SampleRun.MANIFEST,
                Optional.empty(),
                folder.resolve("training"),
                IfExists.TAKE_ANOTHER_NAME);
        pages.put("training", training.resolve("report.html"));
        pages.put("hear", hearing());
        return pages;
    }

    private static RunResult point(String beta, int seed, double rate, boolean passed) {
        ExpectationOutcome outcome = new ExpectationOutcome("/expect/0", "spikes", passed, "3", "4");
        return new RunResult(
                beta.isEmpty() ? "" : "beta " + beta,
                beta.isEmpty() ? Map.of() : Map.of("/network/beta", beta),
                seed,
                passed ? Status.PASSED : Status.FAILED,
                List.of(outcome),
                List.of(),
                "",
                Map.of("rate of out (Hz)", rate, "synchrony", rate / 100),
                0.5);
    }

    private static CaseResult result(String name, RunResult... runs) {
        return new CaseResult(name + ".yaml", name, List.of("fast"), List.of(runs), List.of());
    }

    private static CaseResult sweep() {
        return result(
                "sweep",
                point("0.1", 1, 10, true),
                point("0.1", 2, 14, true),
                point("0.2", 1, 22, true),
                point("0.2", 2, 20, false),
                point("0.4", 1, 30, true),
                point("0.4", 2, 36, true));
    }

    private Path hearing() throws IOException {
        Path file = folder.resolve("hearing.html");
        Cochlea cochlea = new Cochlea(CochleaParameters.DEFAULT);
        HearingPage.write(List.of(new NamedHearing("tone", cochlea.hear(SampleRun.tone(440)))), file);
        return file;
    }
}
