package ganglion.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ganglion.report.run.RunDirectory;
import ganglion.report.run.SampleRun;
import ganglion.report.run.TinyScenario;
import ganglion.scenario.result.ScenarioRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens reports as a person would. Skipped, with the reason, where there is no Chromium. */
@Tag("slow")
class ReportInBrowserTest {

    @TempDir
    static Path folder;

    private static HeadlessBrowser browser;

    @BeforeAll
    static void startBrowser() throws Exception {
        Optional<Path> binary = HeadlessBrowser.binary();
        assumeTrue(binary.isPresent(), "no chromium or chrome on the path, and CHROME_BIN is not set");
        browser = new HeadlessBrowser(binary.get(), 1400, 1000);
    }

    @AfterAll
    static void stopBrowser() throws Exception {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void drawsOnePointForEachRowOfTheSpikeFile() throws Exception {
        Path directory = write(SampleRun.sample().run(), "plain");

        String drawn = open(directory);

        assertEquals(rows(directory), Long.parseLong(drawn));
        assertTrue(Long.parseLong(drawn) > 100, drawn);
        assertEquals(List.of(), browser.consoleProblems());
    }

    @Test
    void drawsPotentialsOfSingleNeuronsBesideTheSpikes() throws Exception {
        open(write(SampleRun.sample().recordingMembranes().run(), "curves"));

        String figures = "[...document.querySelectorAll('#timeline figure')].map((one) => one.innerText).join('; ')";
        String said = browser.evaluate(figures).asText();

        assertTrue(said.contains("out \u00b7 membrane potential of single neurons"), said);
        assertTrue(said.contains("neuron 2 (G)"), said);
        String painted = """
            (() => {
              const panels = [...document.querySelectorAll('#timeline figure')];
              const canvas = panels[panels.length - 1].querySelector('canvas');
              const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
              const colour = getComputedStyle([...panels[panels.length - 1].querySelectorAll('.swatch')].pop()).backgroundColor.match(/\\d+/g).map(Number);
              let same = 0;
              for (let i = 0; i < data.length; i += 4) {
                if (colour.every((value, c) => Math.abs(data[i + c] - value) < 30)) same++;
              }
              return same;
            })()\
            """;
        assertTrue(browser.evaluate(painted).asInt() > 100, "the last curve is in the colour of its key");
        assertEquals(List.of(), browser.consoleProblems());
    }

    /** Two taps make one neuron fire twice; only that is recorded. */
    @Test
    void beginsWithSpikesWhereThereIsNoDevice() throws Exception {
        open(new TinyScenario(folder.resolve("no device"))
                .with("hardware: [loihi]", "hardware: []")
                .runInto(folder.resolve("no device run")));

        assertEquals(
                "timeline",
                browser.evaluate("document.querySelector('main section[id]').id")
                        .asText());
    }

    @Test
    void countsAllSpikesAndThoseThatAreRecorded() throws Exception {
        open(new TinyScenario(folder.resolve("some"))
                .with("decision:", "record: {spikes: [out]}\ndecision:")
                .runInto(folder.resolve("some run")));

        String said = browser.evaluate("document.getElementById('timeline').innerText")
                .asText();

        assertTrue(said.contains("4 spikes, sources included, of which 2 are recorded, and "), said);
    }

    @Test
    void tellsDynamicBesideStaticEnergy() throws Exception {
        open(new TinyScenario(folder.resolve("split")).runInto(folder.resolve("split run")));

        String card = browser.evaluate("document.querySelector('.answer-split').innerText")
                .asText();

        assertTrue(card.matches(".*J dynamic \\+ .*J static"), card);
        String rows = browser.evaluate("document.querySelector('#device-table tbody').innerText")
                .asText();
        assertTrue(rows.contains("J static"), rows);
        String parts = browser.evaluate("document.querySelector('.part-value').innerText")
                .asText();
        assertTrue(parts.contains("J dynamic + "), parts);
    }

    @Test
    void showsHowPopulationsFire() throws Exception {
        open(write(SampleRun.sample().run(), "rates"));

        String said =
                browser.evaluate("document.getElementById('rates').innerText").asText();
        assertTrue(said.contains("CV of intervals"), said);
        assertTrue(said.contains("Rate of ear") || said.contains("Rate of out"), said);
        assertTrue(
                browser.evaluate("document.querySelectorAll('#rates svg.plot').length")
                                .asInt()
                        >= 2,
                said);
        assertEquals(List.of(), browser.consoleProblems());
    }

    /** The same script as that of other pages explores them. */
    @Test
    void chartsTellTheirValuesAndSaveThem() throws Exception {
        open(write(SampleRun.sample().run(), "charts"));
        browser.evaluate(
                "window.saved = [], URL.createObjectURL = (blob) => { window.saved.push(blob); return 'blob:none'; },"
                        + " HTMLAnchorElement.prototype.click = () => {}, document.querySelector('#latency figure')"
                        + ".scrollIntoView({ behavior: 'instant', block: 'center' })");
        var plot = browser.evaluate("""
            (() => {
              const { left, top } = document.querySelector('#latency svg.plot rect').getBoundingClientRect();
              return { left, top };
            })()\
            """);

        browser.moveMouse(plot.get("left").asDouble() + 1, plot.get("top").asDouble() + 40);
        String said = afterFrames("document.querySelector('.tooltip.hint').innerText");
        browser.evaluate("[...document.querySelectorAll('#latency figure .exports button')].pop().click()");
        String table = browser.evaluate("window.saved[0].text()").asText();

        assertTrue(said.startsWith("share of ticks 0 %\n"), said);
        assertTrue(table.startsWith("chart,series,share of ticks,time per tick\nTime per tick,"), table);
        assertEquals(List.of(), browser.consoleProblems());
    }

    @Test
    void asksNothingOfTheNetwork() throws Exception {
        int before = browser.requests().size();

        open(write(SampleRun.sample().run(), "offline"));

        List<String> requests =
                browser.requests().subList(before, browser.requests().size());
        assertEquals(1, requests.size(), requests.toString());
        assertTrue(requests.get(0).startsWith("file:"), requests.toString());
    }

    @Test
    void showsHostileTextAsText() throws Exception {
        String hostile =
                "</script><script>window.broken = 1</script><!--<script><img src=x onerror='window.broken = 2'>";
        Path directory = write(SampleRun.sample().named(hostile, hostile).run(), "hostile");

        open(directory);

        assertTrue(browser.evaluate("window.broken === undefined").asBoolean());
        assertEquals(
                hostile,
                browser.evaluate("document.querySelector('h1').textContent").asText());
        assertTrue(browser.evaluate("document.title").asText().startsWith(hostile));
        assertEquals(List.of(), browser.consoleProblems());
    }

    @Test
    void zoomsAndPansAllPanelsByKeyboard() throws Exception {
        open(write(SampleRun.sample().run(), "keys"));
        String range = "document.querySelector('.range').textContent";
        String whole = browser.evaluate(range).asText();
        browser.evaluate("document.querySelector('.timeline').focus()");

        browser.press("+");
        String closer = afterFrames(range);
        browser.press("n");
        String nextClip = afterFrames(range);
        browser.press("0");

        assertFalse(whole.equals(closer), closer);
        assertFalse(closer.equals(nextClip), nextClip);
        assertEquals(whole, afterFrames(range));
        assertEquals(List.of(), browser.consoleProblems());
    }

    @Test
    void tellsNeuronAndTimeUnderThePointer() throws Exception {
        open(write(SampleRun.sample().run(), "pointer"));
        // The winner of the first clip, neuron C, fires first at tick 20; its row is the lowest of three.
        browser.evaluate(
                "document.querySelectorAll('.panel')[2].scrollIntoView({ behavior: 'instant', block: 'center' })");
        var box = browser.evaluate("""
            (() => {
              const { left, top, width, height } = document.querySelectorAll('.panel')[2]
                .querySelector('.plot-over').getBoundingClientRect();
              return { left, top, width, height };
            })()\
            """);
        double ticks = SampleRun.sample().run().ticks();

        browser.moveMouse(
                box.get("left").asDouble() + 20 / ticks * box.get("width").asDouble() + 1,
                box.get("top").asDouble() + box.get("height").asDouble() * 5 / 6);

        String said = afterFrames("document.querySelectorAll('.panel')[2].querySelector('.tooltip').innerText");
        assertTrue(said.contains("0.04 s (tick 20)"), said);
        assertTrue(said.contains("out 0 (C)"), said);
    }

    @Test
    void drawsRecordedMembranesBelowTheirPopulation() throws Exception {
        open(write(SampleRun.sample().recordingMembranes().run(), "membranes"));

        String titles = browser.evaluate("[...document.querySelectorAll('.timeline .panel-title')].map((one) =>"
                        + " one.textContent).join('|')")
                .asText();

        assertEquals(
                "ear · cochlea|ear|out|out · membrane potential|out · membrane potential of single neurons", titles);
        assertEquals(List.of(), browser.consoleProblems());
    }

    /** The browser's own download is not looked at, but what would be in the file. */
    @Test
    void savesPanelsAsPicturesAndTables() throws Exception {
        Path directory = write(SampleRun.sample().run(), "exports");
        open(directory);
        browser.evaluate(
                "window.saved = [], URL.createObjectURL = (blob) => { window.saved.push(blob); return 'blob:none'; },"
                        + " HTMLAnchorElement.prototype.click = function () { window.saved.push(this.download); }");

        browser.evaluate("[...document.querySelectorAll('.panel')][2].querySelectorAll('.exports button')"
                + ".forEach((button) => button.click())");
        String names = afterFrames("window.saved.filter((one) => typeof one === 'string').sort().join()");
        String table = browser.evaluate("window.saved.find((one) => one.type === 'text/csv').text()")
                .asText();
        String drawing = browser.evaluate("window.saved.find((one) => one.type === 'image/svg+xml').text()")
                .asText();

        assertTrue(names.contains("out.csv,out.") && names.contains("out.svg"), names);
        List<String> golden = Files.readAllLines(directory.resolve("spikes.csv")).stream()
                .filter(line -> line.contains(",out,"))
                .toList();
        assertEquals(golden, table.lines().skip(1).toList());
        assertEquals(golden.size(), drawing.split("M", -1).length - 1);
        assertEquals(List.of(), browser.consoleProblems());
    }

    @Test
    void readsTheSameInBothThemes() throws Exception {
        open(write(SampleRun.sample().run(), "themes"));
        String background = "getComputedStyle(document.body).backgroundColor";
        String press = "document.getElementById('theme').click()";

        browser.evaluate(press);
        String light = browser.evaluate(background).asText();
        browser.evaluate(press);
        String dark = browser.evaluate(background).asText();

        assertEquals("rgb(246, 247, 249)", light);
        assertEquals("rgb(12, 16, 23)", dark);
        assertEquals(List.of(), browser.consoleProblems());
    }

    @Test
    void drawsRunsThatKeepNoSpikes() throws Exception {
        Path directory = write(
                SampleRun.sample()
                        .recording(List.of())
                        .costing(List.of())
                        .expecting(List.of())
                        .run(),
                "bare");

        assertEquals("0", open(directory));
        assertEquals(List.of(), browser.consoleProblems());
    }

    @Test
    void drawsAMillionSpikes() throws Exception {
        Path directory = write(
                SampleRun.sample().withBusyPopulation(2_500, 1_000_000, 900).run(), "million");

        long drawn = Long.parseLong(open(directory));

        assertTrue(drawn > 1_000_000, "drawn " + drawn);
        assertEquals(rows(directory), drawn);
    }

    private static Path write(ScenarioRun run, String name) throws Exception {
        return RunDirectory.write(run, folder.resolve(name), SampleRun.MANIFEST);
    }

    private static String open(Path directory) throws Exception {
        return browser.openReport(directory);
    }

    /** The value of an expression once what happened before has been drawn. */
    private static String afterFrames(String expression) throws Exception {
        return browser.evaluate(
                        "new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve("
                                + expression + "))))")
                .asText();
    }

    private static long rows(Path directory) throws Exception {
        try (var lines = Files.lines(directory.resolve("spikes.csv"))) {
            return lines.filter(line -> !line.startsWith("#")).count() - 1;
        }
    }
}
