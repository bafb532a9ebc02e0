package ganglion.hardware.cost;

import java.util.ArrayList;
import java.util.List;

/**
 * The ticks that a chip could not finish in time.
 *
 * @param ticks number of all of them
 * @param first the first {@link #MOST_LISTED} of them
 */
public record Overruns(long ticks, List<Overrun> first) {

    /** At most this many are listed; all are counted. */
    public static final int MOST_LISTED = 1000;

    /** Every tick was finished in time. */
    public static final Overruns NONE = new Overruns(0, List.of());

    /**
     * A tick that a chip could not finish in time.
     *
     * @param tick number of the tick
     * @param core the core that took longest; -1 if it is not known
     * @param seconds how long the chip worked on it
     */
    public record Overrun(long tick, int core, double seconds) {}

    /** Takes a copy of the list. */
    public Overruns {
        first = List.copyOf(first);
    }

    /** Counts the ticks that took too long, and lists the first of them. Not thread safe. */
    static final class Log {

        private final double limitSeconds;
        private final List<Overrun> first = new ArrayList<>();
        private long ticks;

        Log(double limitSeconds) {
            this.limitSeconds = limitSeconds;
        }

        void record(long tick, int core, double seconds) {
            if (seconds > limitSeconds && ticks++ < MOST_LISTED) {
                first.add(new Overrun(tick, core, seconds));
            }
        }

        Overruns overruns() {
            return new Overruns(ticks, first);
        }
    }
}
