package ganglion.scenario.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WatchdogTest {

    @Test
    void raisesTheAlarmWhenTimeIsOver() throws InterruptedException {
        CountDownLatch alarm = new CountDownLatch(1);
        try (Watchdog watchdog = new Watchdog()) {
            watchdog.watch(Duration.ofMillis(1), alarm::countDown);

            assertTrue(alarm.await(1, TimeUnit.MINUTES));
        }
    }

    /** Whatever is due earlier has been done when a later alarm is raised: one thread raises all of them, and is held up until all are set. */
    @Test
    void staysSilentForWorkThatIsDone() throws InterruptedException {
        AtomicInteger alarms = new AtomicInteger();
        CountDownLatch set = new CountDownLatch(1);
        CountDownLatch later = new CountDownLatch(1);
        try (Watchdog watchdog = new Watchdog()) {
            watchdog.watch(Duration.ZERO, () -> awaitOn(set));
            watchdog.watch(Duration.ofMillis(1), alarms::incrementAndGet).run();
            watchdog.watch(Duration.ofMillis(2), later::countDown);
            set.countDown();

            assertTrue(later.await(1, TimeUnit.MINUTES));
            assertEquals(0, alarms.get());
        }
    }

    private static void awaitOn(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
