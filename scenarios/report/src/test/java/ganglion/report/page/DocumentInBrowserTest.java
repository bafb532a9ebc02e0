package ganglion.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ganglion.documents.quantity.Dimension;
import ganglion.report.chart.Axis;
import ganglion.report.chart.Chart;
import ganglion.report.chart.Chart.Look;
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

    private static final Chart CHART = new Chart(
                    "loss", Axis.of("time", Dimension.TIME, Axis.Range.TIGHT), Axis.ofNumbers("", Axis.Range.FROM_ZERO))
            .series("training", Look.JOINED, new double[] {0, 1, 2, 3, 4}, new double[] {5, 4, 3, 2, 1})
            .series("valid, \"ation\"", Look.LINE, new double[] {0, 2, 4}, new double[] {5, 4.5, 4});

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
                .verdict(false, "1 failed of 2 scenarios with /network/populations/0/parameters/time-constant=0.01 s")
                .card("First", CHART.figure())
                .card("Second", wide)
                .markup("the foot");
        Path file = Files.writeString(folder.resolve("page.html"), page);

        try (HeadlessBrowser browser = new HeadlessBrowser(binary.get(), 1400, 900)) {
            browser.open(file);
            browser.awaitThat("document.readyState === 'complete'");
            assertEquals(
                    3,
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

    /** Sends a pointer event to the plot, at a share of its width. */
    private static String pointer(String type, double share) {
        return "(() => { const plot = document.querySelector('svg.plot'); const box ="
                + " plot.querySelector('rect').getBoundingClientRect(); plot.setPointerCapture = () => {};"
                + " plot.dispatchEvent(new PointerEvent('" + type
                + "', {bubbles: true, button: 0, pointerId: 1, clientX: box.left + "
                + share + " * box.width, clientY: box.top + 5})); })()";
    }

    @Test
    void aChartTellsItsValuesZoomsHidesSeriesAndSavesWhatIsSeen() throws Exception {
        Optional<Path> binary = HeadlessBrowser.binary();
        assumeTrue(binary.isPresent(), "there is no Chromium on the path; set CHROME_BIN");
        Path file = Files.writeString(
                folder.resolve("chart.html"),
                new Page("window")
                        .head("Kind", "Title", "")
                        .card("Chart", CHART.figure())
                        .markup(""));

        try (HeadlessBrowser browser = new HeadlessBrowser(binary.get(), 1400, 900)) {
            browser.open(file);
            browser.awaitThat("document.readyState === 'complete'");
            String tooltip = "[...document.querySelectorAll('.tooltip:not([hidden]) div')].map((line) =>"
                    + " line.textContent).join('|')";
            String labels = "[...document.querySelectorAll('g.across text')].map((text) => text.textContent).join('|')";
            String whole = browser.evaluate(labels).asText();

            browser.evaluate(pointer("pointermove", 0.48));
            assertEquals(
                    "time 2 s|training: 3|valid, \"ation\": 4.5",
                    browser.evaluate(tooltip).asText());
            browser.evaluate(pointer("pointermove", 0.3));
            assertEquals("time 1 s|training: 4", browser.evaluate(tooltip).asText(), "one series has no value there");

            browser.evaluate(pointer("pointerdown", 0.25));
            browser.evaluate(pointer("pointermove", 0.5));
            browser.evaluate(pointer("pointerup", 0.5));
            assertEquals(
                    "1 s|1.2 s|1.4 s|1.6 s|1.8 s|2 s", browser.evaluate(labels).asText());
            browser.evaluate("document.querySelector('svg.plot').dispatchEvent(new MouseEvent('dblclick'))");
            assertEquals(whole, browser.evaluate(labels).asText());

            browser.evaluate("document.querySelector('g.key').dispatchEvent(new MouseEvent('click'))");
            assertEquals(
                    1,
                    browser.evaluate("document.querySelectorAll('g.series.hidden').length")
                            .asInt());
            browser.evaluate(
                    "URL.createObjectURL = (blob) => { blob.text().then((text) => { window.saved = text; }); return"
                            + " '#'; }");
            browser.evaluate(
                    "[...document.querySelectorAll('.exports button')].find((it) => it.textContent === 'CSV').click()");
            browser.awaitThat("window.saved !== undefined");
            assertEquals(
                    "chart,series,time,y\nloss,\"valid, \"\"ation\"\"\",0,5\nloss,\"valid, \"\"ation\"\"\",2,4.5\n"
                            + "loss,\"valid, \"\"ation\"\"\",4,4\n",
                    browser.evaluate("window.saved").asText());
            browser.evaluate("window.saved = undefined");
            browser.evaluate(
                    "[...document.querySelectorAll('.exports button')].find((it) => it.textContent === 'PNG').click()");
            browser.awaitThat("window.saved !== undefined");
            assertTrue(browser.evaluate("window.saved").asText().contains("PNG"), "a picture of points");
            assertEquals(List.of(), browser.consoleProblems());
        }
    }
}
