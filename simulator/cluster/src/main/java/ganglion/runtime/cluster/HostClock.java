package ganglion.runtime.cluster;

import ganglion.runtime.wire.HostWork;
import java.util.function.LongSupplier;

/** How long a host works, and how long it waits. Reads a clock twice for each round of windows, never for a spike. Not thread-safe. */
public final class HostClock {

    private static final long COUNT_NANOSECONDS = 200_000_000;

    private enum State {
        RESTS,
        WORKS,
        WAITS
    }

    private final LongSupplier nanoseconds;
    private final LongSupplier synapticEvents;
    private State state = State.RESTS;
    private long since;
    private long busy;
    private long waiting;
    private long counted;
    private long countedAt;

    /**
     * @param nanoseconds a monotonic clock
     * @param synapticEvents counts what the host has done, which takes longer than to read a clock: asked for at most five times a second
     */
    public HostClock(LongSupplier nanoseconds, LongSupplier synapticEvents) {
        this.nanoseconds = nanoseconds;
        this.synapticEvents = synapticEvents;
        this.countedAt = nanoseconds.getAsLong();
    }

    /** It has something to do from now on. */
    public void works() {
        enter(State.WORKS);
    }

    /** It has done all that it can. */
    public void waits() {
        enter(State.WAITS);
        if (since - countedAt >= COUNT_NANOSECONDS) {
            counted = synapticEvents.getAsLong();
            countedAt = since;
        }
    }

    /** It is asked for something, which is only done at rest. */
    public void rests() {
        enter(State.RESTS);
    }

    private void enter(State next) {
        long now = nanoseconds.getAsLong();
        busy += state == State.WORKS ? now - since : 0;
        waiting += state == State.WAITS ? now - since : 0;
        since = now;
        state = next;
    }

    /** All up to the last change. */
    public HostWork work() {
        return new HostWork(counted, busy, waiting);
    }
}
