package ganglion.scenario.future;

/**
 * Which futures of a clip are tried, and when a decision counts as certain.
 *
 * @param futures of each kind that start at a moment, 1 to {@link #MOST_FUTURES}
 * @param moments of a clip from which futures start, 1 to {@link #MOST_MOMENTS}; a clip of fewer ticks has one for each tick
 * @param jitterTicks standard deviation of the time by which each later spike of an input is moved, 0 or more
 * @param deletion probability that a later spike of an input is left out, 0 to 1
 * @param certain share of the futures with the same winner from which on a decision counts as certain, above 0 and up to 1
 */
public record FutureRules(int futures, int moments, long jitterTicks, double deletion, double certain) {

    /** Futures of each kind at a moment. */
    public static final int MOST_FUTURES = 10_000;

    /** Moments of a clip. */
    public static final int MOST_MOMENTS = 10_000;

    /** Futures of each kind, unless said otherwise. */
    public static final int USUAL_FUTURES = 20;

    /** Moments of a clip, unless said otherwise. */
    public static final int USUAL_MOMENTS = 50;

    /** Seconds by which spikes are moved, unless said otherwise, if a tick is not longer. */
    public static final double USUAL_JITTER_SECONDS = 0.01;

    /** Share of spikes that is left out, unless said otherwise. */
    public static final double USUAL_DELETION = 0.1;

    /** Share of the futures, unless said otherwise. */
    public static final double USUAL_CERTAIN = 0.99;

    /** @throws IllegalArgumentException if a number is out of range */
    public FutureRules {
        check(futures >= 1 && futures <= MOST_FUTURES, futures + " futures, expected 1 to " + MOST_FUTURES);
        check(moments >= 1 && moments <= MOST_MOMENTS, moments + " moments, expected 1 to " + MOST_MOMENTS);
        check(jitterTicks >= 0, "a jitter of " + jitterTicks + " ticks, expected 0 or more");
        check(deletion >= 0 && deletion <= 1, "a deletion of " + deletion + ", expected 0 to 1");
        check(certain > 0 && certain <= 1, "a certainty of " + certain + ", expected a share above 0 and up to 1");
    }

    private static void check(boolean fits, String found) {
        if (!fits) {
            throw new IllegalArgumentException("found " + found);
        }
    }
}
