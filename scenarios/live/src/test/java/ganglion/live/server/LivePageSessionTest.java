package ganglion.live.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ganglion.live.run.LiveScenario;
import ganglion.live.run.LiveScenarios;
import ganglion.live.server.LiveServer.ServerOptions;
import ganglion.live.session.LiveSession;
import ganglion.live.session.SessionPlan;
import ganglion.live.session.SessionResult;
import ganglion.live.source.PlayedFiles;
import ganglion.live.source.RealClock;
import ganglion.report.page.HeadlessBrowser;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.ScenarioOverrides;
import ganglion.scenario.result.RunSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page of a session that is not made up: the pitch detector of the gallery hears a tune, in headless Chromium. Skipped where there is none. */
@Tag("slow")
class LivePageSessionTest {

    private static final Path LIVE = LiveScenarios.gallery("live");
    private static final int TUNES = 20;

    private static LiveScenario pitch() throws Exception {
        return LiveScenario.of(ScenarioFiles.read(LIVE.resolve("pitch.yaml"), ScenarioOverrides.NONE));
    }

    private LiveSession session() throws Exception {
        return new LiveSession(new SessionPlan(
                pitch(),
                new PlayedFiles(Collections.nCopies(TUNES, LIVE.resolve("audio/ode-to-joy.ogg")), 1, RealClock.SYSTEM),
                Double.POSITIVE_INFINITY,
                new RunSettings(Integer.MAX_VALUE, 1),
                RealClock.SYSTEM,
                () -> false));
    }

    @Test
    void decidesAndStops() throws Exception {
        Optional<Path> binary = HeadlessBrowser.binary();
        assumeTrue(binary.isPresent(), "no chromium or chrome on the path, and CHROME_BIN is not set");
        LiveSession session = session();
        try (HeadlessBrowser browser = new HeadlessBrowser(binary.get(), 1400, 900);
                LiveServer server = LiveServer.start(session::stop, new ServerOptions(ServerOptions.LOOPBACK, 0))) {
            session.tell(server);
            CompletableFuture<SessionResult> result = CompletableFuture.supplyAsync(() -> {
                try {
                    return session.run();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            try {
                use(browser, server);
                assertEquals("stopped", result.get(3, TimeUnit.MINUTES).reason());
            } finally {
                session.stop();
            }
            assertEquals(List.of(), browser.consoleProblems());
        }
    }

    private void use(HeadlessBrowser browser, LiveServer server) throws Exception {
        browser.open(URI.create(server.address()));
        browser.awaitThat("/^[A-G]#?$/.test(document.getElementById('label').textContent)");
        browser.awaitThat("ganglionLive.session.store.end > 150");
        // At once: the button that was pressed forgets it after some seconds.
        browser.evaluate("document.getElementById('stop').click(), document.getElementById('stop').click()");
        browser.awaitThat("document.getElementById('banner').textContent === 'The session is over: stopped'");
    }
}
