package ganglion.hardware.cost;

import java.util.ArrayList;
import java.util.List;

/** Counts the ticks that took too long, and lists the first of them. Not thread safe. */
final class OverrunLog {

    private final double limitSeconds;
    private final List<Overrun> first = new ArrayList<>();
    private long count;

    OverrunLog(double limitSeconds) {
        this.limitSeconds = limitSeconds;
    }

    void record(long tick, int core, double seconds) {
        if (seconds > limitSeconds) {
            if (count++ < Overrun.MOST_LISTED) {
                first.add(new Overrun(tick, core, seconds));
            }
        }
    }

    List<Overrun> first() {
        return first;
    }

    long count() {
        return count;
    }
}
