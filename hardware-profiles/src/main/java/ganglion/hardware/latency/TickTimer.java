package ganglion.hardware.latency;

import ganglion.hardware.activity.PlacedTick;

/** Tells how long a chip works on a tick. Asked once for every tick, in order; not thread safe. */
public interface TickTimer {

    /** No single core decides. */
    int NO_CORE = -1;

    /** Time of a tick, in seconds. */
    double seconds(PlacedTick tick);

    /** The core that decided the time of the tick asked for last; {@link #NO_CORE} if none did. */
    default int slowestCore() {
        return NO_CORE;
    }
}
