package ganglion.live.event;

/**
 * Times from the arrival of a tick's last sample until its decision was taken.
 *
 * @param ticks how many were measured
 * @param medianNanoseconds half of them took at most this
 * @param ninetyNinePercentNanoseconds 99 % took at most this
 * @param ninetyNinePointNinePercentNanoseconds 99.9 % took at most this
 * @param longestNanoseconds the longest
 * @param missedDeadlines ticks whose decision came later than the last sample of the next tick
 */
public record LatencyFigures(
        long ticks,
        long medianNanoseconds,
        long ninetyNinePercentNanoseconds,
        long ninetyNinePointNinePercentNanoseconds,
        long longestNanoseconds,
        long missedDeadlines) {}
