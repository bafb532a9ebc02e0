package ganglion.learning.eventprop.train;

/**
 * What an epoch was like.
 *
 * @param loss mean of its samples, without the penalty of counts
 * @param accuracy share of samples decided rightly while they were learned from
 */
public record EpochOfEvents(double loss, double accuracy) {}
