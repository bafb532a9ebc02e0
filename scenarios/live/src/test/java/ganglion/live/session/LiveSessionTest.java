package ganglion.live.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cochlea.audio.AudioClip;
import ganglion.cochlea.audio.input.AudioFiles;
import ganglion.documents.InputException;
import ganglion.kernel.event.SpikeRaster;
import ganglion.live.event.LiveEvent;
import ganglion.live.event.LiveEvent.LiveDecision;
import ganglion.live.event.LiveEvent.LiveEnd;
import ganglion.live.event.LiveEvent.LiveFrame;
import ganglion.live.event.LiveEvent.LiveNotice;
import ganglion.live.event.LiveEvent.LiveSecond;
import ganglion.live.event.LiveEvent.LiveStart;
import ganglion.live.run.LiveScenario;
import ganglion.live.run.LiveScenarios;
import ganglion.live.run.ReplayedSound;
import ganglion.live.source.LiveSound;
import ganglion.live.source.LiveSound.ArrivingSound;
import ganglion.live.source.PlayedFiles;
import ganglion.live.source.RealClock;
import ganglion.scenario.result.RunSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions with the pitch detector. */
class LiveSessionTest {

    private static final String FLUTE = "audio/flute-c-sharp-5.flac";
    private static final RunSettings ONE_THREAD = new RunSettings(Integer.MAX_VALUE, 1);

    /** The spikes of the flute. */
    private static List<SpikeRaster> expected;

    private final List<LiveEvent> events = new ArrayList<>();

    private static LiveScenario pitchDetector() throws InputException {
        return LiveScenario.of(LiveScenarios.read("pitch-detector", FLUTE));
    }

    private static Path file(String clip) {
        return LiveScenarios.gallery("pitch-detector").resolve(clip);
    }

    private static LiveSound flute() {
        return new PlayedFiles(List.of(file(FLUTE)), Double.POSITIVE_INFINITY, RealClock.SYSTEM);
    }

    private LiveSession session(LiveSound sound, double seconds) throws InputException {
        LiveSession session = new LiveSession(
                new SessionPlan(pitchDetector(), sound, seconds, ONE_THREAD, RealClock.SYSTEM, () -> false));
        session.tell(events::add);
        return session;
    }

    private <T extends LiveEvent> List<T> all(Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** The spikes that frames showed, as rasters of the populations. */
    private List<SpikeRaster> shown() {
        LiveStart start = all(LiveStart.class).get(0);
        List<SpikeRaster.Builder> rasters = start.populations().stream()
                .map(population -> SpikeRaster.builder(population.size()))
                .toList();
        for (LiveFrame frame : all(LiveFrame.class)) {
            for (int neuron : frame.spikes()) {
                int first = 0;
                int population = 0;
                while (neuron >= first + start.populations().get(population).size()) {
                    first += start.populations().get(population++).size();
                }
                rasters.get(population).add(frame.tick(), neuron - first);
            }
        }
        return rasters.stream().map(SpikeRaster.Builder::build).toList();
    }

    private static ReplayedSound replayed() throws Exception {
        AudioClip clip = AudioFiles.read(file(FLUTE));
        return ReplayedSound.of(pitchDetector(), clip.samples(), ONE_THREAD);
    }

    @BeforeAll
    static void replay() throws Exception {
        expected = replayed().spikes();
    }

    @Test
    void everythingIsToldInOrder() throws Exception {
        SessionResult result = session(flute(), Double.POSITIVE_INFINITY).run();

        assertEquals(LiveStart.class, events.get(0).getClass());
        assertEquals(LiveEnd.class, events.get(events.size() - 1).getClass());
        assertEquals("the sound has ended", result.reason());
        List<LiveFrame> frames = all(LiveFrame.class);
        for (int tick = 0; tick < frames.size(); tick++) {
            assertEquals(tick, frames.get(tick).tick());
        }
        assertEquals(result.ticks(), frames.size());
        assertEquals(expected, shown());
        LiveSecond second = all(LiveSecond.class).get(0);
        assertEquals(125, second.tick());
        assertEquals(7, second.devices().size());
        assertTrue(second.devices().get(0).alwaysOnWatts() > 0, second::toString);
        assertTrue(second.devices().stream().anyMatch(device -> device.marginalWatts() > 0), second::toString);
        assertEquals(3, second.rates().size());
        assertEquals(
                List.of("C#"),
                all(LiveDecision.class).stream().map(LiveDecision::label).toList(),
                "the note that is played is decided for");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void spikesDoNotDependOnThePiecesInWhichSoundArrives(long seed) throws Exception {
        double[] samples = AudioFiles.read(file(FLUTE)).samples();

        session(new InPieces(samples, new Random(seed)), Double.POSITIVE_INFINITY)
                .run();

        assertEquals(expected, shown());
    }

    @Test
    void aWatcherThatFailsDoesNotEndTheSession() throws Exception {
        LiveSession session = session(flute(), Double.POSITIVE_INFINITY);
        session.tell(event -> {
            throw new IllegalStateException("broken");
        });

        session.run();

        assertEquals(150, all(LiveFrame.class).size());
        assertEquals(1, all(LiveNotice.class).size());
    }

    @Test
    void itEndsAfterItsTime() throws Exception {
        assertEquals("the time is over", session(flute(), 0.5).run().reason());
        assertEquals(63, all(LiveFrame.class).size());
    }

    @Test
    void soundThatFailsEndsItWithWhatWasHeard() throws Exception {
        LiveSound failing = new InPieces(new double[1600], new Random(1)) {
            @Override
            public int read(double[] samples, int offset, int length) throws IOException {
                int count = super.read(samples, offset, length);
                if (count < 0) {
                    throw new IOException("the cable is cut");
                }
                return count;
            }
        };

        SessionResult result = session(failing, Double.POSITIVE_INFINITY).run();

        assertTrue(result.failure().orElseThrow().contains("the cable is cut"));
        assertEquals(12, result.ticks());
        assertFalse(all(LiveEnd.class).isEmpty());
    }

    /** Sound in pieces of random lengths, which does not wait. */
    private static class InPieces implements LiveSound, ArrivingSound {

        private final double[] sound;
        private final Random random;
        private int next;

        InPieces(double[] sound, Random random) {
            this.sound = sound;
            this.random = random;
        }

        @Override
        public String title() {
            return "pieces";
        }

        @Override
        public double speed() {
            return Double.POSITIVE_INFINITY;
        }

        @Override
        public ArrivingSound open(double earHertz) {
            return this;
        }

        @Override
        public int read(double[] samples, int offset, int length) throws IOException {
            if (next == sound.length) {
                return -1;
            }
            int count = Math.min(Math.min(length, 1 + random.nextInt(300)), sound.length - next);
            System.arraycopy(sound, next, samples, offset, count);
            next += count;
            return count;
        }

        @Override
        public void close() {}
    }
}
