package ganglion.learning.eventprop.train;

/**
 * What an epoch was like.
 *
 * @param loss mean of its samples, without the penalty of counts
 * @param accuracy share of correct decisions, counted during training
 */
public record EpochOfEvents(double loss, double accuracy) {}
