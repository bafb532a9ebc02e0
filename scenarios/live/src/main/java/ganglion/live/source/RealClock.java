package ganglion.live.source;

import java.util.concurrent.locks.LockSupport;

/** A clock that never goes back, and a way to wait for it. Replaced in tests. */
public interface RealClock {

    /** The clock of this machine. */
    RealClock SYSTEM = new RealClock() {
        @Override
        public long nanoseconds() {
            return System.nanoTime();
        }

        @Override
        public void waitUntil(long nanoseconds) throws InterruptedException {
            for (long left = nanoseconds - System.nanoTime(); left > 0; left = nanoseconds - System.nanoTime()) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                LockSupport.parkNanos(left);
            }
        }
    };

    /** Nanoseconds since some moment. */
    long nanoseconds();

    /** Waits until the clock has come to a moment; not at all if that has passed. */
    void waitUntil(long nanoseconds) throws InterruptedException;
}
