package ganglion.live.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cochlea.audio.AudioFormatException;
import ganglion.live.event.LiveEvent;
import ganglion.live.event.LiveEvent.LiveEnd;
import ganglion.live.event.LiveEvent.LiveFrame;
import ganglion.live.event.LiveEvent.LiveNotice;
import ganglion.live.event.LiveEvent.LiveStart;
import ganglion.live.run.LiveScenario;
import ganglion.live.run.LiveScenarios;
import ganglion.live.session.SessionPlan.SessionScenarios;
import ganglion.live.source.LiveSound;
import ganglion.live.source.LiveSound.ArrivingSound;
import ganglion.live.source.LiveSound.SoundListener;
import ganglion.live.source.RealClock;
import ganglion.scenario.result.RunSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A session that goes on with another scenario. */
@Timeout(180)
class SwitchTest {

    private static final int TICKS_OF_FIRST = 20;

    private final List<LiveEvent> events = new ArrayList<>();

    private static LiveScenario scenario() throws ganglion.documents.InputException {
        return LiveScenario.of(LiveScenarios.read("pitch-detector", "audio/flute-c-sharp-5.flac"));
    }

    private static final SessionScenarios OTHER = new SessionScenarios() {
        @Override
        public List<String> names() {
            return List.of("other");
        }

        @Override
        public LiveScenario open(String name) throws ganglion.documents.InputException {
            return scenario();
        }
    };

    private LiveSession session(LiveSound sound, double seconds) throws Exception {
        LiveSession session = new LiveSession(new SessionPlan(
                scenario(),
                OTHER,
                sound,
                seconds,
                new RunSettings(Integer.MAX_VALUE, 1),
                RealClock.SYSTEM,
                () -> false));
        session.tell(events::add);
        session.tell(event -> {
            if (event instanceof LiveFrame frame && frame.tick() == 3 && starts() == 1) {
                session.switchTo("other");
            }
        });
        return session;
    }

    private long starts() {
        return events.stream().filter(LiveStart.class::isInstance).count();
    }

    private List<LiveEnd> ends() {
        return events.stream()
                .filter(LiveEnd.class::isInstance)
                .map(LiveEnd.class::cast)
                .toList();
    }

    @Test
    void theTimeOfASessionIsThatOfAllItsScenarios() throws Exception {
        SessionResult result = session(new Fake(false, Integer.MAX_VALUE), 0.8).run();

        assertEquals("the time is over", result.reason());
        assertEquals(2, result.stretches().size());
        assertEquals(
                100,
                result.stretches().get(0).ticks() + result.stretches().get(1).ticks());
    }

    @Test
    void soundThatCannotBeOpenedForTheNextScenarioLeavesTheOneThatHears() throws Exception {
        LiveSession session = session(new Fake(false, 1), Double.POSITIVE_INFINITY);
        session.tell(event -> {
            if (event instanceof LiveNotice notice && notice.kind() == LiveNotice.Kind.PROBLEM) {
                assertTrue(notice.text().contains("another program has it"), notice.text());
                session.stop();
            }
        });

        SessionResult result = session.run();

        assertEquals("stopped", result.reason());
        assertTrue(result.failure().isEmpty());
        assertEquals(1, result.stretches().size());
        assertEquals(1, ends().size());
    }

    @Test
    void aDeviceThatIsTakenMeanwhileEndsTheSessionWithWhatWasHeard() throws Exception {
        SessionResult result =
                session(new Fake(true, 1), Double.POSITIVE_INFINITY).run();

        assertTrue(result.failure().orElseThrow().contains("another program has it"), result::toString);
        assertEquals(1, result.stretches().size());
        assertTrue(result.stretches().get(0).ticks() > 3);
        assertEquals(result.reason(), ends().get(0).reason());
    }

    @Test
    void aDeviceThatCanBeOpenedOnceAtATimeIsLetGoFirst() throws Exception {
        LiveSession session = session(new Fake(true, -1), 0.8);

        assertEquals(2, session.run().stretches().size());
    }

    /** Silence. The first ear hears some ticks and then waits until it is closed. */
    private static final class Fake implements LiveSound {

        private final boolean goesOn;
        private final int mostOpened;
        private int opened;
        private int open;

        /** @param mostOpened how often it can be opened; -1 for once at a time */
        Fake(boolean goesOn, int mostOpened) {
            this.goesOn = goesOn;
            this.mostOpened = mostOpened;
        }

        @Override
        public String title() {
            return "fake";
        }

        @Override
        public boolean goesOn() {
            return goesOn;
        }

        @Override
        public synchronized ArrivingSound open(double earHertz, SoundListener news) throws AudioFormatException {
            if (mostOpened < 0 ? open > 0 : opened == mostOpened) {
                throw new AudioFormatException("another program has it");
            }
            opened++;
            open++;
            return new Silence(opened == 1 ? (int) (TICKS_OF_FIRST * earHertz * 0.008) : Integer.MAX_VALUE);
        }

        private synchronized void closedOne() {
            open--;
        }

        private final class Silence implements ArrivingSound {

            private final CountDownLatch closed = new CountDownLatch(1);
            private int left;

            Silence(int left) {
                this.left = left;
            }

            @Override
            public int read(double[] samples, int offset, int length) {
                if (left == 0 || closed.getCount() == 0) {
                    try {
                        closed.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return -1;
                }
                int count = Math.min(left, length);
                Arrays.fill(samples, offset, offset + count, 0);
                left -= count;
                return count;
            }

            @Override
            public void close() {
                if (closed.getCount() > 0) {
                    closedOne();
                }
                closed.countDown();
            }
        }
    }
}
