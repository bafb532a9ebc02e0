package ganglion.kernel.time;

/**
 * The length of one tick, the unit in which the kernel counts time. One clock serves a whole scenario, from 1 ns
 * (continuous-time simulation) to 1 s (slow, time-stepped networks).
 *
 * @param tickSeconds length of a tick in seconds, from 1e-9 to 1
 */
public record Clock(double tickSeconds) {

    private static final double SHORTEST_TICK_SECONDS = 1e-9;
    private static final double LONGEST_TICK_SECONDS = 1;

    /**
     * Share of a duration by which it may miss a whole number of ticks and still count as one: decimals such as 0.1 ms
     * are not exact in binary. A duration that misses by more is refused, not rounded.
     */
    private static final double WHOLE_TICK_TOLERANCE = 1e-6;

    /** @throws IllegalArgumentException if the tick is outside 1 ns to 1 s, or not a number */
    public Clock {
        if (!canTick(tickSeconds)) {
            throw new IllegalArgumentException("a tick lasts from 1 ns to 1 s, not " + tickSeconds + " s");
        }
    }

    /** Whether a tick may last as long: 1 ns to 1 s. */
    public static boolean canTick(double seconds) {
        return seconds >= SHORTEST_TICK_SECONDS && seconds <= LONGEST_TICK_SECONDS;
    }

    /** The time of a tick, in seconds since the start. */
    public double seconds(long ticks) {
        return ticks * tickSeconds;
    }

    /** The tick nearest to a time given in seconds. */
    public long nearestTick(double seconds) {
        return Math.round(seconds / tickSeconds);
    }

    /**
     * The number of ticks that a duration lasts.
     *
     * @param seconds a duration that is a whole number of ticks, up to decimal rounding
     * @throws IllegalArgumentException if the duration is not a whole number of ticks
     */
    public long wholeTicks(double seconds) {
        double ticks = seconds / tickSeconds;
        long whole = Math.round(ticks);
        if (!(Math.abs(ticks - whole) <= WHOLE_TICK_TOLERANCE * Math.max(1, Math.abs(ticks)))) {
            throw new IllegalArgumentException(seconds + " s is not a multiple of the tick of " + tickSeconds + " s");
        }
        return whole;
    }
}
