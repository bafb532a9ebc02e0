package ganglion.live.source;

import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The samples of some ticks, between the thread that reads sound and the one that hears it. A ring of arrays that are used again and again: nothing is allocated for
 * a tick.
 */
public final class TickQueue {

    private final double[][] samples;
    private final long[] arrivals;
    private long put;
    private long taken;
    private long lastArrival;
    private boolean closed;
    private End end;

    /**
     * @param capacity most ticks that wait
     * @param samplesPerTick samples of each
     */
    public TickQueue(int capacity, int samplesPerTick) {
        this.samples = new double[capacity][samplesPerTick];
        this.arrivals = new long[capacity];
    }

    /**
     * Adds a tick.
     *
     * @param arrival when its last sample came
     * @param waits whether to wait for room
     * @return whether there was room
     */
    public synchronized boolean put(double[] tick, long arrival, boolean waits) throws InterruptedException {
        while (waits && !closed && put - taken == samples.length) {
            wait();
        }
        if (closed || put - taken == samples.length) {
            return false;
        }
        int slot = slot(put);
        System.arraycopy(tick, 0, samples[slot], 0, samples[slot].length);
        arrivals[slot] = arrival;
        put++;
        notifyAll();
        return true;
    }

    /**
     * Why there are no more ticks.
     *
     * @param why in words
     * @param isFailure whether the sound would have gone on
     */
    public record End(String why, boolean isFailure) {}

    /** There will be no more ticks. */
    public synchronized void end(String why, boolean isFailure) {
        end = end == null ? new End(why, isFailure) : end;
        notifyAll();
    }

    /** Whether no more ticks are wanted. */
    synchronized boolean isClosed() {
        return closed;
    }

    /**
     * No more ticks are wanted: who puts some is not kept waiting.
     *
     * @return ticks that wait, and that nobody takes any more
     */
    public synchronized int close() {
        closed = true;
        notifyAll();
        return (int) (put - taken);
    }

    /**
     * Waits for a tick and takes it.
     *
     * @param into receives the samples
     * @return whether there was one within the time
     */
    public synchronized boolean take(double[] into, long nanoseconds) throws InterruptedException {
        long until = System.nanoTime() + nanoseconds;
        for (long left = nanoseconds; put == taken && end == null && left > 0; left = until - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        if (put == taken) {
            return false;
        }
        double[] tick = samples[slot(taken)];
        System.arraycopy(tick, 0, into, 0, tick.length);
        lastArrival = arrivals[slot(taken)];
        taken++;
        notifyAll();
        return true;
    }

    /** When the last sample came of the tick that was taken last. */
    public synchronized long arrival() {
        return lastArrival;
    }

    /** When the last sample came of the tick that is taken next; the largest number if it has not come. */
    public synchronized long nextArrival() {
        return put == taken ? Long.MAX_VALUE : arrivals[slot(taken)];
    }

    /** Why there are no more ticks; empty as long as there are some, or may come. */
    public synchronized Optional<End> ended() {
        return put == taken ? Optional.ofNullable(end) : Optional.empty();
    }

    private int slot(long number) {
        return (int) (number % samples.length);
    }
}
