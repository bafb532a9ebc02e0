package ganglion.hardware.cost;

/**
 * A tick that a chip could not finish in time.
 *
 * @param tick when
 * @param core where: the core that took longest; -1 if no single core is known to
 * @param seconds how long the chip worked on it
 */
public record Overrun(long tick, int core, double seconds) {

    /** Overruns are listed one by one up to this number; all are counted. */
    public static final int MOST_LISTED = 1000;
}
