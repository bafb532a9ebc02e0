package ganglion.live.keep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cochlea.adjust.EarChange;
import ganglion.cochlea.adjust.EarSetting;
import ganglion.cochlea.audio.AudioClip;
import ganglion.cochlea.audio.wave.WaveWriter;
import ganglion.documents.InputException;
import ganglion.live.event.LiveEvent;
import ganglion.live.event.LiveEvent.LiveFrame;
import ganglion.live.event.LiveEvent.LiveNotice;
import ganglion.live.keep.MomentMemory.HeardTick;
import ganglion.live.run.LiveScenario;
import ganglion.live.session.LiveSession;
import ganglion.live.session.SessionPlan;
import ganglion.live.source.PlayedFiles;
import ganglion.live.source.RealClock;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.Input;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
import ganglion.scenario.result.RunProgress;
import ganglion.scenario.result.RunSettings;
import ganglion.scenario.result.ScenarioRun;
import ganglion.scenario.run.ScenarioRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Moments of sessions become scenarios that pass, with the spikes of the session where that is possible. */
class MomentKeeperTest {

    private static final int RATE = 16_000;
    private static final int SECONDS = 12;

    @TempDir
    private Path folder;

    private final List<LiveNotice> notices = new ArrayList<>();

    @BeforeEach
    void writeScenario() throws IOException {
        double[] samples = new double[SECONDS * RATE];
        for (int i = 0; i < samples.length; i++) {
            double seconds = (double) i / RATE;
            double hertz = seconds % 2 < 1 ? 500 : 2000;
            samples[i] = 0.3 * Math.sin(2 * Math.PI * hertz * seconds) * (seconds % 0.5 < 0.4 ? 1 : 0);
        }
        Files.write(folder.resolve("tones.wav"), WaveWriter.bytes(new AudioClip(samples, RATE)));
        Files.createDirectories(folder.resolve("base"));
        Files.writeString(folder.resolve("base/weights.csv"), "0.8,0\n0.8,0\n0,0.8\n0,0.8\n");
        Files.writeString(folder.resolve("base/network.yaml"), """
                clock: {tick: 10 ms}
                network:
                  populations:
                    - {name: out, size: 2, model: lif, parameters: {beta: 0.8, threshold: 1}, labels: [low, high]}
                  projections:
                    - {from: ear, to: out, weights: weights.csv, delay: 1 tick}
                    - {from: out, to: out, weights: [[0, -0.3], [-0.3, 0]], delay: 2 ticks}
                """);
        Files.writeString(folder.resolve("scenario.yaml"), """
                extends: base/network.yaml
                scenario: two-tones
                variables: {bands: 4}
                inputs:
                  - name: ear
                    audio: tones.wav
                    frontend:
                      {sample-rate: 16 kHz, window: 20 ms, hop: 10 ms, mel-bands: "${bands}", lowest-frequency: 200 Hz,
                       highest-frequency: 4 kHz, lateral-inhibition: {width: 3}, gain: {decibels: {range-db: 60}}}
                    encoder: {lif: {beta: 0.7, threshold: 1}}
                decision: {population: out}
                record: {spikes: all}
                hardware: [loihi]
                expect: [{rate: {population: out}, above: 1 Hz}]
                """);
    }

    /** What is done at a tick of a session. */
    private interface Deed {
        void with(LiveSession session);
    }

    private void play(Map<Long, Deed> deeds, double seconds) throws InputException {
        LiveScenario live =
                LiveScenario.of(ScenarioFiles.read(folder.resolve("scenario.yaml"), ScenarioOverrides.NONE));
        LiveSession session = new LiveSession(new SessionPlan(
                live,
                new PlayedFiles(List.of(folder.resolve("tones.wav")), Double.POSITIVE_INFINITY, RealClock.SYSTEM),
                seconds,
                new RunSettings(Integer.MAX_VALUE, 1),
                RealClock.SYSTEM,
                () -> false));
        session.keepIn(folder.resolve("moments"));
        session.tell(event -> act(event, session, deeds));
        session.run();
    }

    private void act(LiveEvent event, LiveSession session, Map<Long, Deed> deeds) {
        if (event instanceof LiveNotice notice) {
            notices.add(notice);
        } else if (event instanceof LiveFrame frame && deeds.containsKey(frame.tick())) {
            deeds.get(frame.tick()).with(session);
        }
    }

    private ScenarioRun run(Path moment) throws InputException {
        Scenario scenario = ScenarioFiles.readWithPoints(moment.resolve("scenario.yaml"), ScenarioOverrides.NONE);
        return ScenarioRunner.run(scenario, new RunSettings(Integer.MAX_VALUE, 2), RunProgress.NONE);
    }

    @Test
    void aMomentFromTheBeginningHasTheSpikesOfTheSession() throws Exception {
        List<CompletableFuture<String>> kept = new ArrayList<>();
        Map<Long, Deed> deeds = new HashMap<>();
        deeds.put(49L, session -> session.adjust("threshold", 1.5));
        deeds.put(99L, session -> session.adjust("inhibition", 0.5));
        deeds.put(120L, session -> session.adjust("gain", -6));
        deeds.put(140L, session -> session.adjust("noise", -40));
        deeds.put(299L, session -> kept.add(session.keep(0, 300, "first")));
        play(deeds, SECONDS);

        Path moment = Path.of(kept.get(0).join());
        assertEquals(folder.resolve("moments/first"), moment);
        ScenarioRun run = run(moment);
        assertTrue(run.passed(), run.expectations().toString());
        assertEquals(2, run.expectations().size());
        assertEquals(
                2,
                ((Input.Audio) run.scenario().inputs().get(0))
                        .adjustments()
                        .changes()
                        .size());
        String text = Files.readString(moment.resolve("scenario.yaml"));
        assertFalse(text.contains("extends") || text.contains("${"), text);
        assertTrue(text.contains("noise -40"), text);
        assertTrue(Files.exists(moment.resolve("files/1-weights.csv")));
        assertTrue(
                notices.stream().anyMatch(notice -> notice.text().contains("are those of the session")),
                notices::toString);
    }

    @Test
    void aMomentFromTheMiddleBeginsBeforeItsStretch() throws Exception {
        List<CompletableFuture<String>> kept = new ArrayList<>();
        Map<Long, Deed> deeds = new HashMap<>();
        deeds.put(10L, session -> session.adjust("threshold", 0.7));
        deeds.put(1_000L, session -> kept.add(session.keep(800, 950, "")));
        play(deeds, SECONDS);

        Path moment = Path.of(kept.get(0).join());
        assertEquals("two-tones-800-950", moment.getFileName().toString());
        ScenarioRun run = run(moment);
        assertTrue(run.passed(), run.expectations().toString());
        assertEquals(650, run.clips().get(0).untilTick());
        assertEquals(500, run.decisions().get(0).fromTick());
    }

    @Test
    void aNameIsMadeOfAnyScenarioName() throws Exception {
        String text = Files.readString(folder.resolve("scenario.yaml"));
        Files.writeString(
                folder.resolve("scenario.yaml"), text.replace("scenario: two-tones", "scenario: two_tones.v2"));
        List<CompletableFuture<String>> kept = new ArrayList<>();
        play(Map.of(99L, session -> kept.add(session.keep(10, 90, ""))), 1);

        assertEquals(
                "two-tones-v2-10-90", Path.of(kept.get(0).join()).getFileName().toString());
        assertTrue(
                notices.stream().anyMatch(notice -> notice.text().contains("the whole stretch is decided for low")),
                notices::toString);
    }

    @Test
    void moreMomentsThanCanBeWrittenAreRefused() throws Exception {
        List<CompletableFuture<String>> kept = new ArrayList<>();
        play(
                Map.of(99L, session -> {
                    for (int i = 0; i < 100; i++) {
                        kept.add(session.keep(10, 90, "one"));
                    }
                }),
                1);

        assertRefused("try again when one is done", kept.get(99));
        assertTrue(run(Path.of(kept.get(0).join())).passed());
    }

    @Test
    void refusesWhatItDoesNotRemember() throws Exception {
        List<CompletableFuture<String>> kept = new ArrayList<>();
        play(
                Map.of(99L, session -> {
                    kept.add(session.keep(50, 101, "later"));
                    kept.add(session.keep(60, 60, "nothing"));
                    kept.add(session.keep(0, 50, "../outside"));
                }),
                2);

        assertRefused("expected one within what is remembered, from tick 0 to 100", kept.get(0));
        assertRefused("expected at least one tick", kept.get(1));
        assertRefused("expected 1 to 64 letters, digits and hyphens", kept.get(2));
        assertFalse(Files.exists(folder.resolve("moments")));
    }

    private static void assertRefused(String message, CompletableFuture<String> refused) {
        CompletionException failure = assertThrows(CompletionException.class, refused::join);
        assertTrue(failure.getCause().getMessage().contains(message), failure.getMessage());
    }

    @Test
    void forgetsWhatIsOlderThanItsMinute() {
        MomentMemory memory = new MomentMemory(10);
        memory.take(new EarChange(3, EarSetting.THRESHOLD, 2));
        for (long tick = 0; tick < 100; tick++) {
            memory.take(new HeardTick(tick, new double[1], new int[0], -1));
        }
        assertEquals(90, memory.oldest());
        assertEquals(100, memory.end());
        assertEquals(5, memory.ticks(93, 98).size());
        assertEquals(List.of(new EarChange(0, EarSetting.THRESHOLD, 2)), memory.changes(92, 100));
    }
}
