package ganglion.scenario.suite;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Does something about work that takes too long. Safe between threads. */
final class Watchdog implements AutoCloseable {

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "watchdog");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Watches work that begins now.
     *
     * @param alarm done once the limit is over
     * @return to be called when the work is done
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
