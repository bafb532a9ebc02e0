package ganglion.learning.eventprop.train;

import ganglion.learning.eventprop.EventNetwork;

/**
 * The best epoch so far.
 *
 * @param number from 1
 * @param accuracy by which it is the best; the same for all where there is none
 * @param loss which decides between equals
 * @param network after it
 */
public record BestEpoch(int number, double accuracy, double loss, EventNetwork network) {

    /** Whether other figures are better. */
    public boolean isBeatenBy(double otherAccuracy, double otherLoss) {
        return otherAccuracy > accuracy || otherAccuracy == accuracy && otherLoss < loss;
    }
}
