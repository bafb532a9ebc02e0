package ganglion.report.trace;

/**
 * The part of a run that a trace shows.
 *
 * @param from first tick
 * @param until the tick after the last
 */
public record TracePeriod(long from, long until) {

    /** @throws IllegalArgumentException if there is no tick in it */
    public TracePeriod {
        if (from < 0 || until <= from) {
            throw new IllegalArgumentException("found no tick from " + from + " until " + until);
        }
    }

    boolean contains(long tick) {
        return tick >= from && tick < until;
    }
}
