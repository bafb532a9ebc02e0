package ganglion.scenario.run;

import java.util.function.DoubleConsumer;

/** Turns ticks into shares of a run, and passes on no more of them than a progress bar can show. Safe between threads. */
final class TickProgress {

    private static final int STEPS = 1000;

    private final long ticks;
    private final DoubleConsumer shares;
    private long nextTick;

    TickProgress(long ticks, DoubleConsumer shares) {
        this.ticks = ticks;
        this.shares = shares;
    }

    /** All ticks before this one are done with. */
    synchronized void advanced(long tick) {
        if (tick >= nextTick || tick == ticks) {
            shares.accept(Math.min(1, (double) tick / ticks));
            nextTick = tick + Math.max(1, ticks / STEPS);
        }
    }
}
