package ganglion.cli.serve;

import ganglion.cli.terminal.ProgressListener;
import java.util.function.LongSupplier;

/** Passes on the beginning of each phase, and of what is told in between at most one in 100 ms. Thread safe. */
final class ThrottledProgress implements ProgressListener {

    private static final long INTERVAL_NANOSECONDS = 100_000_000L;

    private final ProgressListener listener;
    private final LongSupplier nanoseconds;
    private String task = "";
    private String phase = "";
    private long last;

    /** @param nanoseconds a clock that only runs forwards */
    ThrottledProgress(ProgressListener listener, LongSupplier nanoseconds) {
        this.listener = listener;
        this.nanoseconds = nanoseconds;
    }

    @Override
    public synchronized void advanced(String nextTask, String nextPhase, double fraction) {
        long now = nanoseconds.getAsLong();
        if (nextTask.equals(task) && nextPhase.equals(phase) && now - last < INTERVAL_NANOSECONDS) {
            return;
        }
        task = nextTask;
        phase = nextPhase;
        last = now;
        listener.advanced(task, phase, fraction);
    }
}
