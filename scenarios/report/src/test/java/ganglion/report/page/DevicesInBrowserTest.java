package ganglion.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ganglion.report.run.RunDirectory;
import ganglion.report.run.SampleRun;
import ganglion.report.run.TinyScenario;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first section of a report: which device, and for how long. Skipped, with the reason, where there is no Chromium. */
@Tag("slow")
class DevicesInBrowserTest {

    @TempDir
    static Path folder;

    private static HeadlessBrowser browser;
    private static Path tiny;
    private static Path sample;

    @BeforeAll
    static void startBrowser() throws Exception {
        Optional<Path> binary = HeadlessBrowser.binary();
        assumeTrue(binary.isPresent(), "no chromium or chrome on the path, and CHROME_BIN is not set");
        tiny = new TinyScenario(folder.resolve("scenario"))
                .with("hardware: [loihi]", "hardware: [loihi, odin, stm32u575, stm32l4r5]")
                .runInto(folder.resolve("tiny"));
        sample = RunDirectory.write(SampleRun.sample().run(), folder.resolve("sample"), SampleRun.MANIFEST);
        browser = new HeadlessBrowser(binary.get(), 1400, 1000);
    }

    @AfterAll
    static void stopBrowser() throws Exception {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void openTheSmallOne() throws Exception {
        browser.resize(1400, 1000);
        browser.openReport(tiny);
    }

    private static String text(String expression) throws Exception {
        return browser.evaluate(expression).asText();
    }

    private static String rows() throws Exception {
        return text("[...document.querySelectorAll('#device-table tbody tr')].map((row) => row.cells[0].innerText"
                + ".split('\\n').at(-1).split(',')[0]).join()");
    }

    private static List<String> column(int index) throws Exception {
        return List.of(text("[...document.querySelectorAll('#device-table tbody tr')].map((row) => row.cells[" + index
                        + "].innerText.split('\\n')[0]).join('|')")
                .split("\\|"));
    }

    @Test
    void theFirstSectionAnswersTheQuestionUnderEachBoundary() throws Exception {
        String first = "document.querySelector('main section')";

        assertEquals("Which device, and for how long?", text(first + ".querySelector('h2').innerText"));
        String cards = text("[...document.querySelectorAll('.answer')].map((card) =>"
                + " card.querySelector('h3').innerText).join('|')");
        assertEquals("Least energy of a decision, active|Least energy of a decision, always on|In time", cards);
        String active = text("document.querySelector('[data-boundary=active]').innerText");
        assertTrue(active.contains("Saving: "), active);
        assertTrue(active.contains(" a day"), active);
        assertEquals(List.of(), browser.consoleProblems());
    }

    @Test
    void theTableIsSortedByEachColumnInBothDirections() throws Exception {
        String press = "document.querySelectorAll('.sorter')[0].click()";
        assertEquals("active", text("document.querySelector('th[aria-sort=ascending]').innerText.trim()"));

        browser.evaluate(press);
        String ascending = rows();
        browser.evaluate(press);

        assertEquals(4, ascending.split(",").length, "each device in its best way");
        assertNotEquals(ascending, rows());
        assertEquals(List.of("descending"), List.of(text("document.querySelector('th[aria-sort]').ariaSort")));
    }

    @Test
    void nobodyHasMeasuredTheAccuracyOfAnArtificialNetworkIsSaidWhereverOneIsShown() throws Exception {
        String caveat = "nobody has measured its accuracy";
        String card = text("document.querySelector('[data-boundary=active]').innerText");
        assertTrue(card.contains("Artificial network, once: " + caveat + "."), card);
        String cells =
                text("[...document.querySelectorAll('#device-table tbody tr')].map((row) => row.cells[1].innerText)"
                        + ".filter((cell) => cell.startsWith('artificial')).join('|')");
        assertTrue(cells.contains("artificial"), cells);
        for (String cell : cells.split("\\|")) {
            assertTrue(cell.contains(caveat), cells);
        }
        String counts = text("document.querySelector('#counts').innerText");
        assertTrue(counts.contains("Artificial network, once: " + caveat + "."), counts);
        assertTrue(counts.contains("artificial by spiking"), counts);
    }

    @Test
    void whereNoArtificialNetworkStandsInTheReasonDoesAndNothingIsDivided() throws Exception {
        Path recurrent = new TinyScenario(folder.resolve("recurrent"))
                .with("hardware: [loihi]", "hardware: [loihi, stm32u575]")
                .with("projections:\n", "projections:\n    - {from: out, to: out, weights: -0.01}\n")
                .runInto(folder.resolve("recurrent-run"));
        browser.openReport(recurrent);

        String page = text("document.body.innerText");
        assertFalse(page.contains("false"), "nothing is left out: " + page);
        String reason =
                "no artificial network that runs once stands in for it: the network is recurrent, population out"
                        + " reaches itself";
        String card = text("document.querySelector('[data-boundary=active]').innerText");
        assertTrue(card.contains("computed densely in every tick; " + reason + "."), card);
        String counts = text("document.querySelector('#counts').innerText");
        assertTrue(counts.contains("The two are not divided: " + reason + "."), counts);
        assertFalse(counts.contains("artificial by spiking"), counts);
        browser.evaluate("document.querySelector('.one-of input[value=all]').click()");
        String table = text("document.querySelector('#device-table').innerText");
        assertTrue(table.contains("left out: " + reason), table);
        assertEquals(List.of(), browser.consoleProblems());
    }

    @Test
    void everyWayToComputeIsShownOnDemand() throws Exception {
        browser.evaluate("document.querySelector('.one-of input[value=all]').click()");

        // Two spiking chips, and two processors that compute two networks in two number formats.
        assertEquals(2 + 2 * 2 * 2, rows().split(",").length);
        assertTrue(
                column(1).contains("artificial network, once, int8"), column(1).toString());
    }

    @Test
    void theChartHoldsOneBoundaryAtATime() throws Exception {
        String label = "[...document.querySelectorAll('.part-rows')].map((list) => list.ariaLabel).join('|')";
        String values = "[...document.querySelectorAll('.part-value')].map((one) => one.innerText).join('|')";
        assertEquals("Energy of a decision, active", text(label));
        String active = text(values);

        browser.evaluate("document.querySelector('.parts input[value=always-on]').click()");

        assertEquals("Energy of a decision, always on", text(label));
        assertNotEquals(active, text(values));
        assertEquals(List.of(), browser.consoleProblems());
    }

    @Test
    void coresInUseAreHatchedAndSaidInWords() throws Exception {
        String row = text("[...document.querySelectorAll('.part-row')].find((one) =>"
                + " one.querySelector('.piece-static-used')).innerText");

        assertTrue(row.contains("static, cores in use"), row);
        assertTrue(row.contains("static, rest of the device"), row);
    }

    @Test
    void breakEvensAreSaidInWordsUnderOneBoundary() throws Exception {
        String table = "[...document.querySelectorAll('#devices table')].at(-1).innerText";
        assertTrue(text(table).contains("takes less power, always on,"), text(table));

        browser.evaluate("document.querySelectorAll('input[value=marginal]')[1].click()");

        String marginal = text(table);
        assertTrue(marginal.contains("takes less power, marginal,"), marginal);
        assertTrue(marginal.contains("at any activity") || marginal.contains("at no activity"), marginal);
        assertEquals(List.of(), browser.consoleProblems());
    }

    @Test
    void anUnknownCellNamesTheFigureThatIsMissing() throws Exception {
        browser.openReport(sample);
        String link = "document.querySelector('#device-table .unknown a')";

        String hint = text(link + ".closest('.unknown').title");
        String below = text("document.querySelector(" + link + ".hash).innerText");

        assertTrue(hint.contains(below.replaceAll(" \\(.*", "")), hint + " / " + below);
    }

    @Test
    void aDeviceThatCannotDoItIsGreyWithItsReason() throws Exception {
        browser.openReport(sample);

        String row = text("document.querySelector('#device-table tr.cannot').innerText");

        assertTrue(row.contains("truenorth"), row);
        assertTrue(row.contains("cannot do it: a fan-in of 300, at most 256 fit"), row);
    }

    @Test
    void nothingIsComparedAcrossBoundaries() throws Exception {
        String page = text("document.querySelector('main').innerText");

        assertFalse(page.contains("at least "), page);
        assertFalse(page.contains("least energy\n"), page);
    }

    @Test
    void theReportFitsASmallScreen() throws Exception {
        browser.resize(390, 800);
        browser.openReport(tiny);

        String widths = "document.documentElement.scrollWidth + ' of ' + document.documentElement.clientWidth";
        String[] found = text(widths).split(" of ");
        assertEquals(found[1], found[0], "nothing sticks out");
    }

    @Test
    void labelsOfAnAxisStayWithinTheirCard() throws Exception {
        browser.resize(390, 800);
        browser.openReport(tiny);

        String outside = text("[...document.querySelectorAll('.part-axis .tick')].filter((tick) =>"
                + " tick.getBoundingClientRect().right > tick.closest('figure').getBoundingClientRect().right)"
                + ".map((tick) => tick.innerText).join()");
        assertEquals("", outside);
    }

    /** What would change the order, the card and the table say the same of a device. */
    @Test
    void whatIsTooSlowIsNotSaidToBeUnable() throws Exception {
        browser.openReport(new TinyScenario(folder.resolve("slow"))
                .with("hardware: [loihi]", "hardware: [loihi, tinyodin@1kHz]")
                .runInto(folder.resolve("slow-run")));

        String said = text("document.querySelector('.doubts').innerText");
        assertTrue(said.contains("Too slow: tinyodin@1kHz."), said);
        assertFalse(said.contains("Cannot do it"), said);
    }
}
