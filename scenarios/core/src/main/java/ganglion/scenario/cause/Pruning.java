package ganglion.scenario.cause;

/**
 * Which causes of causes are followed. A spike is, if at least the least share came through it, the latest first, until the most have been
 * followed; what is not is summed.
 *
 * @param leastShare least share of a spike that is followed, over all paths through it, above 0 and at most 1
 * @param mostSpikes number of spikes that are followed, at least 1
 */
public record Pruning(double leastShare, int mostSpikes) {

    /** One per cent, and no more than are read. */
    public static final Pruning USUAL = new Pruning(0.01, 200);

    /** @throws IllegalArgumentException if a number is out of range */
    public Pruning {
        if (!(leastShare > 0 && leastShare <= 1)) {
            throw new IllegalArgumentException(
                    "found a least share of " + leastShare + ", expected more than 0 and at most 1");
        }
        if (mostSpikes < 1) {
            throw new IllegalArgumentException("found " + mostSpikes + " spikes, expected at least 1");
        }
    }
}
