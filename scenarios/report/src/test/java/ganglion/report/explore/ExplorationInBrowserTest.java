package ganglion.report.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ganglion.report.page.HeadlessBrowser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a search in a real browser. */
@Tag("slow")
class ExplorationInBrowserTest {

    private static final String SHOWN =
            "[...document.querySelectorAll('figure.front')].map((figure) => figure.hidden ? 0 : 1).join('')";
    private static final String HINT =
            "document.querySelector('.hint').hidden ? '' : document.querySelector('.hint').textContent";
    private static final String CHOSEN = "[...document.querySelectorAll('.choice-of-many')]"
            + ".filter((one) => getComputedStyle(one).display !== 'none').map((one) => one.id).join()";

    @TempDir
    private Path folder;

    @Test
    void theTableOfCascadesShowsAllColumnsWithoutScrolling() throws Exception {
        Optional<Path> binary = HeadlessBrowser.binary();
        assumeTrue(binary.isPresent(), "there is no Chromium on the path; set CHROME_BIN");
        Path file = Files.writeString(folder.resolve(ExplorationPage.FILE), ExplorationPage.of(SampleCascades.found()));
        String hidden = "((box) => box.scrollWidth - box.clientWidth)"
                + "([...document.querySelectorAll('h2')].find((title) => title.textContent === 'Cascades')"
                + ".parentElement.querySelector('.scroller'))";

        try (HeadlessBrowser browser = new HeadlessBrowser(binary.get(), 1280, 900)) {
            browser.resize(1280, 900);
            browser.open(file.toUri());
            browser.awaitThat("document.readyState === 'complete'");
            assertEquals(0, browser.evaluate(hidden).asInt());

            browser.resize(390, 800);
            assertTrue(
                    browser.evaluate("document.documentElement.scrollWidth").asInt() <= 390,
                    "nothing is wider than a phone");
        }
    }

    @Test
    void choosesDevicesColoursPointsAndOrderByMouseAndKeyboard() throws Exception {
        Optional<Path> binary = HeadlessBrowser.binary();
        assumeTrue(binary.isPresent(), "there is no Chromium on the path; set CHROME_BIN");
        Path file =
                Files.writeString(folder.resolve(ExplorationPage.FILE), ExplorationPage.of(SampleExploration.found()));

        try (HeadlessBrowser browser = new HeadlessBrowser(binary.get(), 1300, 900)) {
            browser.resize(1300, 1400);
            browser.bringToFront();
            browser.preferLittleMotion(true); // a page that still scrolls is not where it says
            browser.open(file.toUri());
            browser.awaitThat("document.readyState === 'complete'");

            assertEquals("100", browser.evaluate(SHOWN).asText());
            browser.evaluate("document.querySelectorAll('.controls input')[1].click()");
            assertEquals("010", browser.evaluate(SHOWN).asText());

            String dot = "getComputedStyle(document.querySelector('a[href=\"#point-loihi-trial-8\"] .dot')).fill";
            String byDevice = browser.evaluate(dot).asText();
            browser.evaluate("document.querySelector('.controls input[value=size]').click()");
            assertTrue(!byDevice.equals(browser.evaluate(dot).asText()), "sizes have other colours than devices");

            browser.evaluate("document.querySelector('figure.front:not([hidden]) a').focus()");
            assertTrue(
                    browser.evaluate(HINT).asText().contains("95 % interval"),
                    "what the keyboard has reached has a hint");
            browser.press("Escape");
            assertEquals("", browser.evaluate(HINT).asText());
            String place = "((box) => [box.x + box.width / 2, box.y + box.height / 2])(document.querySelector("
                    + "'figure.front:not([hidden]) circle.hinted').getBoundingClientRect())";
            browser.moveMouse(
                    browser.evaluate(place + "[0]").asDouble(),
                    browser.evaluate(place + "[1]").asDouble());
            String hint = browser.evaluate(HINT).asText();
            assertTrue(hint.startsWith("trial 1 on loihi"), "what the mouse points at has a hint, not: " + hint);

            assertEquals("point-loihi-trial-8", browser.evaluate(CHOSEN).asText());
            browser.evaluate("document.querySelector('figure.front:not([hidden]) a[href=\"#point-loihi-trial-4\"]')"
                    + ".dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))");
            assertEquals("point-loihi-trial-4", browser.evaluate(CHOSEN).asText());

            String energies =
                    "[...document.querySelectorAll('#card-5 tbody tr')].map((row) => Number(row.cells[6].querySelector('data').value))";
            String sorted =
                    "((values) => values.every((value, i) => i === 0 || values[i - 1] <= value))(" + energies + ")";
            assertTrue(!browser.evaluate(sorted).asBoolean());
            browser.evaluate("document.querySelectorAll('#card-5 .sorter')[6].click()");
            assertTrue(browser.evaluate(sorted).asBoolean(), "energies ascend, not their texts");

            browser.resize(390, 800);
            assertTrue(
                    browser.evaluate("document.documentElement.scrollWidth").asInt() <= 390,
                    "nothing is wider than a phone");
            assertEquals(List.of(), browser.consoleProblems());
            assertEquals(
                    List.of(file.toUri().toString()),
                    browser.requests().stream().distinct().toList());
        }
    }
}
