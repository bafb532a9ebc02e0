package ganglion.learning.eventprop.train;

/**
 * What a network did for samples in continuous time, in an epoch of training or after it.
 *
 * @param loss mean of the samples, without the penalty of counts
 * @param accuracy share of correct decisions; in an epoch, counted while it is learned from
 */
public record EpochOfEvents(double loss, double accuracy) {}
