package ganglion.live.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.live.server.LiveServer.ServerOptions;
import ganglion.report.page.HeadlessBrowser;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of a live session in headless Chromium. Skipped, with the reason, where there is none. */
@Tag("slow")
class LivePageTest {

    /** Into the first note, an A, whose tick 0 to 94 sound. */
    private static final int SOUNDING = 80;

    private static HeadlessBrowser browser;

    private final SyntheticSession session = new SyntheticSession(1_000, 20_000);
    private LiveServer server;
    private int oldProblems;

    @BeforeAll
    static void startBrowser() throws Exception {
        Optional<Path> binary = HeadlessBrowser.binary();
        assumeTrue(binary.isPresent(), "no chromium or chrome on the path, and CHROME_BIN is not set");
        browser = new HeadlessBrowser(binary.get(), 1400, 900);
    }

    @AfterAll
    static void stopBrowser() throws Exception {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void start() throws Exception {
        server = LiveServer.start(session, new ServerOptions(ServerOptions.LOOPBACK, 0));
        browser.resize(1400, 900);
        browser.prefer(false);
        oldProblems = browser.consoleProblems().size();
        session.begin(server);
        session.step(SOUNDING);
    }

    @AfterEach
    void stop() throws Exception {
        browser.open(URI.create("about:blank"));
        server.close();
    }

    /**
     * Opens the page and waits until the note that sounds is there and drawn. Before that the page says "nothing", as in
     * silence, and its right edge glides over the ticks, as they come.
     */
    private void open() throws Exception {
        browser.open(URI.create(server.address()));
        awaitTicks(SOUNDING);
        awaitThat("document.getElementById('label').textContent === 'A'");
    }

    private void awaitTicks(int ticks) throws Exception {
        awaitThat("window.ganglionLive && ganglionLive.session.store && ganglionLive.session.store.end === " + ticks);
        browser.awaitFrames();
    }

    private static void awaitThat(String condition) throws Exception {
        browser.awaitThat(condition);
    }

    private String text(String id) throws Exception {
        return browser.evaluate("document.getElementById('" + id + "').textContent")
                .asText();
    }

    private double number(String expression) throws Exception {
        return browser.evaluate(expression).asDouble();
    }

    /** The middle of a strip of the time axis, on the screen; a share of its width from the left. */
    private double[] strip(String kind, int index, double share) throws Exception {
        JsonNode place = browser.evaluate("(() => { const { timeline } = ganglionLive.session;"
                + " const strip = timeline.layout.strips.filter((each) => each.kind === '" + kind + "')[" + index + "];"
                + " timeline.stage.scrollIntoView(); const box = timeline.stage.getBoundingClientRect();"
                + " return [box.left + " + share + " * box.width, box.top + strip.top + strip.height / 2]; })()");
        return new double[] {place.get(0).asDouble(), place.get(1).asDouble()};
    }

    /** Waits until something is drawn in a strip: more pixels than a limit differ from its first one. What it shows moves on with the ticks. */
    private static void awaitPixels(String kind, int index, int count) throws Exception {
        awaitThat("(() => { const { timeline } = ganglionLive.session;"
                + " const strip = timeline.layout.strips.filter((each) => each.kind === '" + kind + "')[" + index + "];"
                + " const { data } = timeline.context.getImageData(0, strip.top * timeline.ratio, timeline.width,"
                + " strip.height * timeline.ratio); const pixels = new Uint32Array(data.buffer);"
                + " return pixels.reduce((sum, each) => sum + (each !== pixels[0] ? 1 : 0), 0); })() > " + count);
    }

    private void focusStage() throws Exception {
        browser.evaluate("document.getElementById('stage').focus()");
    }

    @Test
    void showsSoundBandsSpikesAndTheDecision() throws Exception {
        open();

        awaitThat("/^9\\d % sure, for 0\\.\\d s$/.test(document.getElementById('confidence').textContent)");
        assertEquals("pitch-detector-live", text("scenario"));
        List<String> problems = browser.consoleProblems();
        assertEquals(List.of(), problems.subList(oldProblems, problems.size()));
        for (String kind : List.of("wave", "bands", "decision")) {
            awaitPixels(kind, 0, 100);
        }
        awaitPixels("population", 0, 100); // spikes of the input
        awaitPixels("population", 1, 100); // spikes of the hidden population
        assertEquals(
                "http://" + URI.create(server.address()).getAuthority() + "/",
                browser.evaluate("location.href").asText());
        List<String> foreign = browser.requests().stream()
                .filter(each -> !each.contains("://127.0.0.1:") && !each.equals("about:blank"))
                .toList();
        assertEquals(List.of(), foreign);
    }

    @Test
    void figuresOfASecondAreShown() throws Exception {
        open();
        session.step(125 - SOUNDING);
        awaitThat("document.querySelectorAll('#energy tbody tr').length === 4");

        assertEquals("6.1 ms", text("tile-latency"));
        assertEquals("2 amiss", text("tile-lamps"));
        assertEquals("1 silent, 1 saturated", text("tile-lamps-why"));
        assertEquals(
                "0 of 125",
                browser.evaluate("document.querySelector('#latency dd:last-child').textContent")
                        .asText());
        assertTrue(text("energy").contains("SynSense Speck3.2 mW7.1 mWB"), text("energy"));
        assertTrue(text("energy").contains("the network has 64 inputs, the chip takes 16"), text("energy"));
        assertTrue(
                text("captions").contains("silent") && text("captions").contains("2 of 64 saturated"),
                text("captions"));
    }

    @Test
    void pausesScrubsAndFollowsAgain() throws Exception {
        open();
        focusStage();
        browser.press(" ");
        double end = number("ganglionLive.session.view.end");
        session.step(200);
        awaitTicks(SOUNDING + 200);

        assertEquals(end, number("ganglionLive.session.view.end"));
        assertEquals("Resume", text("pause"));
        awaitThat("/^\\d.\\d s behind$/.test(document.getElementById('behind').textContent)");
        browser.press("+");
        browser.press("+");
        browser.press("+");
        browser.press("ArrowRight");
        assertTrue(number("ganglionLive.session.view.end") > end, "to the right is later");
        browser.press("End");
        awaitThat("document.getElementById('behind').textContent === 'live'");
        awaitThat("ganglionLive.session.view.end > " + (end + 100));
    }

    @Test
    void wheelAndFingersZoom() throws Exception {
        open();
        double[] place = strip("wave", 0, 0.5);
        browser.turnWheel(place[0], place[1], -300);
        awaitThat("ganglionLive.session.view.span < 9");
        double span = number("ganglionLive.session.view.span");
        browser.pinch(place[0], place[1], 40, 120);
        awaitThat("ganglionLive.session.view.span < " + span / 2);
    }

    @Test
    void stopsWhenAskedTwice() throws Exception {
        open();
        // At once: the button that was pressed forgets it after some seconds.
        JsonNode asked = browser.evaluate("(() => { const stop = document.getElementById('stop'); stop.click();"
                + " const asked = stop.textContent; stop.click(); return asked; })()");
        assertEquals("Stop for all?", asked.asText());

        awaitThat(
                "document.getElementById('banner').textContent.startsWith('The session is over: stopped by the page')");
        assertEquals(1, session.stops());
    }

    @Test
    void textsOfASessionAreNeverMarkup() throws Exception {
        session.begin(server, "<img src=x onerror=\"document.title='broken'\">");
        browser.open(URI.create(server.address()));

        awaitThat("document.getElementById('scenario').textContent.startsWith('<img src=x')");
        assertEquals(0, number("document.querySelectorAll('img').length"));
    }

    @Test
    void aLostConnectionIsSaidAndMadeAgain() throws Exception {
        open();
        // Written down by the page, where the loss is shown for half a second only.
        browser.evaluate("window.shown = []; new MutationObserver(() =>"
                + " shown.push(document.getElementById('connection').textContent))"
                + ".observe(document.getElementById('connection'), { childList: true });"
                + " ganglionLive.session.connection.socket.close()");
        awaitThat("shown.join() === 'connection lost, trying again,connected'");
        awaitTicks(SOUNDING);
        awaitThat("document.getElementById('label').textContent === 'A' && document.getElementById('banner').hidden");
    }

    @Test
    void thePictureStandsStillForThoseWhoWantNoMotion() throws Exception {
        browser.preferLittleMotion(true);
        open();
        double quarter = number("ganglionLive.session.view.spanTicks / 4");
        assertEquals(0, number("ganglionLive.session.view.end") % quarter, 1e-6);
        browser.preferLittleMotion(false);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void fitsTheScreen(boolean dark) throws Exception {
        session.step(125 - SOUNDING);
        browser.prefer(dark);
        browser.open(URI.create(server.address()));
        awaitTicks(125);
        awaitThat("document.querySelectorAll('#energy tbody tr').length === 4");
        for (int width : new int[] {1400, 820, 390}) {
            browser.resize(width, 840);
            awaitThat("innerWidth === " + width);
            fits(width, dark);
        }
    }

    private void fits(int width, boolean dark) throws Exception {

        assertTrue(number("document.scrollingElement.scrollWidth") <= width, "nothing is wider than the screen");
        assertEquals(
                "",
                browser.evaluate("[...document.querySelectorAll('button, select, input')]"
                                + ".filter((each) => each.offsetParent && (each.getBoundingClientRect().right > innerWidth"
                                + " || each.getBoundingClientRect().width < 20)).map((each) => each.id).join()")
                        .asText());
        assertEquals(
                "",
                browser.evaluate("[...document.querySelectorAll('button, select, input')]"
                                + ".filter((each) => !each.textContent.trim() && !each.labels?.length && !each.getAttribute('aria-label'))"
                                + ".map((each) => each.outerHTML).join()")
                        .asText(),
                "each control has a name");
        // An axis that has just changed its size is transparent until it is drawn.
        awaitThat("(([paper, , , opacity]) => opacity === 255 && paper " + (dark ? "< 60" : "> 200")
                + ")(ganglionLive.session.timeline.context.getImageData(0, 40, 1, 1).data)");
    }

    /** The message is taken after a frame that the axis had another size in, and before the next. */
    @Test
    void theAxisIsNotEmptyForAFrameWhenItChangesItsSize() throws Exception {
        open();
        JsonNode opacities = browser.evaluate("new Promise((resolve) => {"
                + " const { stage, context, canvas } = ganglionLive.session.timeline; const { width } = canvas;"
                + " const { port1, port2 } = new MessageChannel();"
                + " port1.onmessage = () => resolve([width - canvas.width, context.getImageData(0, 40, 1, 1).data[3]]);"
                + " requestAnimationFrame(() => { stage.style.width = '300px'; port2.postMessage(''); }); })");

        assertTrue(opacities.get(0).asInt() > 0, "it has become narrower");
        assertEquals(255, opacities.get(1).asInt());
    }

    /** What is shown as it goes on does not move what stands beside it. */
    @Test
    void nothingJumps() throws Exception {
        open();
        String places =
                "[...document.querySelectorAll('section')].map((each) => Math.round(each.getBoundingClientRect().top)).join()";
        session.step(125 - SOUNDING);
        awaitThat("document.querySelectorAll('#energy tbody tr').length === 4");
        browser.evaluate("scrollTo(0, 0)");
        String before = browser.evaluate(places).asText();
        session.step(125);
        awaitTicks(250);
        awaitThat("document.getElementById('label').textContent !== 'A'");

        assertEquals(before, browser.evaluate(places).asText());
    }
}
