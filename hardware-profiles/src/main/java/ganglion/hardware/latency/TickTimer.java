package ganglion.hardware.latency;

import ganglion.hardware.activity.PlacedTick;

/** Computes how long a chip works on a tick. Called once per tick, in order; not thread safe. */
public interface TickTimer {

    /** No single core determines the time. */
    int NO_CORE = -1;

    /** Time of a tick, in seconds. */
    double seconds(PlacedTick tick);

    /** The core that determined the time of the last tick; {@link #NO_CORE} if none did. */
    default int slowestCore() {
        return NO_CORE;
    }
}
