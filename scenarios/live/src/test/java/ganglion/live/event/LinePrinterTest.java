package ganglion.live.event;

import static ganglion.live.Waiting.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.live.event.LiveEvent.LiveEnd;
import ganglion.live.event.LiveEvent.LiveNotice;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A reader who is slow, or reads no more, keeps no session. */
@Timeout(180)
class LinePrinterTest {

    private static final int ROOM = 10_000;

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final CountDownLatch never = new CountDownLatch(1);
    private final CountDownLatch reading = new CountDownLatch(1);
    private final Consumer<String> stuck = line -> {
        reading.countDown();
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    };
    private final Function<LiveEvent, Optional<String>> words =
            event -> Optional.of(event instanceof LiveNotice notice ? notice.text() : "tick " + event.tick());

    private static LiveEvent event(int tick) {
        return new LiveEnd(tick, "");
    }

    @Test
    void aReaderWhoStopsDoesNotKeepTheEnd() throws Exception {
        try (LinePrinter printer = new LinePrinter(words, stuck, false, () -> false)) {
            for (int tick = 0; tick < 2 * ROOM; tick++) {
                printer.happened(event(tick));
            }
            reading.await();
        }
        assertEquals(1, never.getCount());
    }

    @Test
    void whoMayWaitWaitsNoMoreOnceInterrupted() throws Exception {
        AtomicBoolean interrupted = new AtomicBoolean();
        try (LinePrinter printer = new LinePrinter(words, stuck, true, interrupted::get)) {
            Thread session = new Thread(() -> {
                for (int tick = 0; tick < ROOM + 10; tick++) {
                    printer.happened(event(tick));
                }
            });
            session.start();
            await().until(() -> session.getState() == Thread.State.TIMED_WAITING);
            interrupted.set(true);
            session.join();
        }
    }

    @Test
    void whatIsLeftOutIsCountedInItsPlace() throws Exception {
        Semaphore permits = new Semaphore(0);
        Consumer<String> slow = line -> {
            reading.countDown();
            permits.acquireUninterruptibly();
            lines.add(line);
        };
        try (LinePrinter printer = new LinePrinter(words, slow, false, () -> false)) {
            printer.happened(event(0));
            reading.await();
            for (int tick = 1; tick < ROOM + 8; tick++) {
                printer.happened(event(tick));
            }
            permits.release(ROOM + 1);
            await().until(() -> lines.size() == ROOM + 1);
            permits.release(2);
            printer.happened(event(20_000));
        }
        assertEquals("tick " + ROOM, lines.get(ROOM));
        assertTrue(lines.get(ROOM + 1).startsWith("7 events were left out"), lines.get(ROOM + 1));
        assertEquals("tick 20000", lines.get(ROOM + 2));
    }

    @Test
    void aFailureIsToldToWhoTells() {
        Function<LiveEvent, Optional<String>> broken = event -> {
            throw new IllegalStateException("no words");
        };
        try (LinePrinter printer = new LinePrinter(broken, lines::add, true, () -> false)) {
            assertThrows(IllegalStateException.class, () -> {
                for (int tick = 0; tick < 2 * ROOM; tick++) {
                    printer.happened(event(tick));
                }
            });
        }
    }
}
