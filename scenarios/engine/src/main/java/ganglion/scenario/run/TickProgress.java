package ganglion.scenario.run;

import java.util.function.DoubleConsumer;
import java.util.function.LongSupplier;

/**
 * Turns ticks into shares of a run, and passes on no more of them than a progress bar can show: one for each thousandth of
 * the run, and five a second while that takes longer. Safe between threads.
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

    /** @param nanoseconds a clock that only runs forwards */
    TickProgress(long ticks, DoubleConsumer shares, LongSupplier nanoseconds) {
        this.ticks = ticks;
        this.shares = shares;
        this.nanoseconds = nanoseconds;
        this.nextNanoseconds = nanoseconds.getAsLong();
    }

    /** All ticks before this one are done with. */
    synchronized void advanced(long tick) {
        long now = nanoseconds.getAsLong();
        if (tick >= nextTick || tick == ticks || now - nextNanoseconds >= 0) {
            shares.accept(Math.min(1, (double) tick / ticks));
            nextTick = tick + Math.max(1, ticks / STEPS);
            nextNanoseconds = now + PAUSE_NANOSECONDS;
        }
    }
}
