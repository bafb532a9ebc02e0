package ganglion.scenario.run;

import java.util.function.DoubleConsumer;
import java.util.function.LongSupplier;

/**
 * Converts ticks into the share of a run that is done, and reports no more often than a progress bar can show: once per
 * thousandth of the run, or five times per second if that takes longer. Thread-safe.
 */
final class TickProgress {

    private static final int STEPS = 1000;
    private static final long PAUSE_NANOSECONDS = 200_000_000;

    private final long ticks;
    private final DoubleConsumer shares;
    private final LongSupplier nanoseconds;
    private long nextTick;
    private long nextNanoseconds;

    TickProgress(long ticks, DoubleConsumer shares) {
        this(ticks, shares, System::nanoTime);
    }

    /** @param nanoseconds a monotonic clock */
    TickProgress(long ticks, DoubleConsumer shares, LongSupplier nanoseconds) {
        this.ticks = ticks;
        this.shares = shares;
        this.nanoseconds = nanoseconds;
        this.nextNanoseconds = nanoseconds.getAsLong();
    }

    /** All ticks before this one are complete. */
    synchronized void advanced(long tick) {
        long now = nanoseconds.getAsLong();
        if (tick >= nextTick || tick == ticks || now - nextNanoseconds >= 0) {
            shares.accept(Math.min(1, (double) tick / ticks));
            nextTick = tick + Math.max(1, ticks / STEPS);
            nextNanoseconds = now + PAUSE_NANOSECONDS;
        }
    }
}
