package ganglion.live.source;

import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The samples of some ticks, between the thread that reads sound and the one that hears it. A ring of arrays that are used again and again: nothing is allocated for
 * a tick.
 */
public final class TickQueue {

    private final double[][] samples;
    private final long[] arrivals;
    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
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
    public boolean put(double[] tick, long arrival, boolean waits) throws InterruptedException {
        lock.lock();
        try {
            while (waits && !closed && put - taken == samples.length) {
                changed.await();
            }
            if (closed || put - taken == samples.length) {
                return false;
            }
            int slot = slot(put);
            System.arraycopy(tick, 0, samples[slot], 0, samples[slot].length);
            arrivals[slot] = arrival;
            put++;
            changed.signalAll();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Why there are no more ticks.
     *
     * @param why in words
     * @param isFailure whether the sound would have gone on
     */
    public record End(String why, boolean isFailure) {}

    /** There will be no more ticks. */
    public void end(String why, boolean isFailure) {
        lock.lock();
        try {
            end = end == null ? new End(why, isFailure) : end;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether no more ticks are wanted. */
    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /**
     * No more ticks are wanted: who puts some is not kept waiting.
     *
     * @return ticks that wait, and that nobody takes any more
     */
    public int close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
            return (int) (put - taken);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for a tick and takes it.
     *
     * @param into receives the samples
     * @return whether there was one within the time
     */
    public boolean take(double[] into, long nanoseconds) throws InterruptedException {
        lock.lock();
        try {
            long left = nanoseconds;
            while (put == taken && end == null && left > 0) {
                left = changed.awaitNanos(left);
            }
            if (put == taken) {
                return false;
            }
            double[] tick = samples[slot(taken)];
            System.arraycopy(tick, 0, into, 0, tick.length);
            lastArrival = arrivals[slot(taken)];
            taken++;
            changed.signalAll();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** When the last sample came of the tick that was taken last. */
    public long arrival() {
        lock.lock();
        try {
            return lastArrival;
        } finally {
            lock.unlock();
        }
    }

    /** When the last sample came of the tick that is taken next; the largest number if it has not come. */
    public long nextArrival() {
        lock.lock();
        try {
            return put == taken ? Long.MAX_VALUE : arrivals[slot(taken)];
        } finally {
            lock.unlock();
        }
    }

    /** Why there are no more ticks; empty as long as there are some, or may come. */
    public Optional<End> ended() {
        lock.lock();
        try {
            return put == taken ? Optional.ofNullable(end) : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** Ticks that wait. */
    public int waiting() {
        lock.lock();
        try {
            return (int) (put - taken);
        } finally {
            lock.unlock();
        }
    }

    private int slot(long number) {
        return (int) (number % samples.length);
    }
}
