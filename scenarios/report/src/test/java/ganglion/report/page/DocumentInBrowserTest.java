package ganglion.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page with drawings in it, in a real browser. */
@Tag("slow")
class DocumentInBrowserTest {

    @TempDir
    private Path folder;

    @Test
    void runsItsScriptOnAnyWidthWithoutComplaint() throws Exception {
        Optional<Path> binary = HeadlessBrowser.binary();
        assumeTrue(binary.isPresent(), "there is no Chromium on the path; set CHROME_BIN");
        String wide = "<div class=\"scroller\"><table><tr>" + "<td>a cell that is wide</td>".repeat(40)
                + "</tr></table></div>";
        String page = new Page("window")
                .head("Kind", "Title", "What it is.")
                .verdict(true, "Fine.")
                .card("First", "<figure><svg xmlns='http://www.w3.org/2000/svg' aria-label='a drawing'></svg></figure>")
                .card("Second", wide)
                .markup("the foot");
        Path file = Files.writeString(folder.resolve("page.html"), page);

        try (HeadlessBrowser browser = new HeadlessBrowser(binary.get(), 1400, 900)) {
            browser.open(file);
            browser.awaitThat("document.readyState === 'complete'");
            assertEquals(
                    1,
                    browser.evaluate("document.querySelectorAll('.exports button').length")
                            .asInt());
            assertEquals(
                    2,
                    browser.evaluate("document.querySelectorAll('header nav a').length")
                            .asInt());
            String background = "getComputedStyle(document.body).backgroundColor";
            browser.evaluate("document.getElementById('theme').click()");
            String light = browser.evaluate(background).asText();
            browser.evaluate("document.getElementById('theme').click()");
            assertTrue(!light.equals(browser.evaluate(background).asText()), "the other theme has another colour");
            browser.resize(390, 800);
            assertTrue(
                    browser.evaluate("document.documentElement.scrollWidth").asInt() <= 390,
                    "nothing is wider than a phone");
            assertEquals(List.of(), browser.consoleProblems());
            assertEquals(List.of(file.toUri().toString()), browser.requests());
        }
    }
}
