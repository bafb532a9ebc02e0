package ganglion.scenario.suite;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Raises an alarm for work that takes too long. Thread-safe. */
class Watchdog implements AutoCloseable {

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "watchdog");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Watches work that starts now.
     *
     * @param alarm runs when the limit is exceeded
     * @return to be run when the work is done, which cancels the alarm
     */
    Runnable watch(Duration limit, Runnable alarm) {
        ScheduledFuture<?> future = clock.schedule(alarm, limit.toMillis(), TimeUnit.MILLISECONDS);
        return () -> future.cancel(false);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
