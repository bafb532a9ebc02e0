package ganglion.hardware.cost;

/**
 * A tick that a chip could not finish in time.
 *
 * @param tick number of the tick
 * @param core the core that took longest; -1 if it is not known
 * @param seconds how long the chip worked on it
 */
public record Overrun(long tick, int core, double seconds) {

    /** At most this many overruns are listed; all are counted. */
    public static final int MOST_LISTED = 1000;
}
