package ganglion.live.server;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Tells the ticks of a synthetic session in real time. */
final class SyntheticClock implements AutoCloseable {

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();

    SyntheticClock(SyntheticSession session) {
        thread.scheduleAtFixedRate(
                () -> {
                    if (!session.isOver()) {
                        session.step();
                    }
                },
                0,
                Math.round(SyntheticSession.TICK_SECONDS * 1e9),
                TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
