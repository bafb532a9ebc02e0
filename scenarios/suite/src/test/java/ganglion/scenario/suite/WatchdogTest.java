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

    /** Whatever is due earlier has been done when a later alarm is raised: one thread raises all of them. */
    @Test
    void staysSilentForWorkThatIsDone() throws InterruptedException {
        AtomicInteger alarms = new AtomicInteger();
        CountDownLatch later = new CountDownLatch(1);
        try (Watchdog watchdog = new Watchdog()) {
            watchdog.watch(Duration.ofMillis(900), alarms::incrementAndGet).run();
            watchdog.watch(Duration.ofMillis(1000), later::countDown);

            assertTrue(later.await(1, TimeUnit.MINUTES));
            assertEquals(0, alarms.get());
        }
    }
}
