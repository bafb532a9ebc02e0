package ganglion.live.source;

import java.util.ArrayList;
import java.util.List;

/** A clock that goes on only while someone waits for it, or by hand. */
public final class HandClock implements RealClock {

    private static final int MOST_WAITS = 10_000;

    private long now;
    private final List<Long> waits = new ArrayList<>();

    @Override
    public synchronized long nanoseconds() {
        return now;
    }

    @Override
    public synchronized void waitUntil(long nanoseconds) {
        if (waits.size() == MOST_WAITS) {
            throw new IllegalStateException("someone waits for ever");
        }
        waits.add(nanoseconds);
        now = Math.max(now, nanoseconds);
    }

    /** Lets time go by. */
    public synchronized void pass(long nanoseconds) {
        now += nanoseconds;
    }

    /** The moments that were waited for. */
    public synchronized List<Long> waits() {
        return List.copyOf(waits);
    }
}
