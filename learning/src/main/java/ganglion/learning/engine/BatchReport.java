package ganglion.learning.engine;

import java.util.List;

/**
 * What came out of a batch.
 *
 * @param loss mean over the samples, penalties included
 * @param scores scores of the output neurons, by sample
 * @param decisions class that the network tells, by sample
 * @param activity of the layers of neurons
 * @param gradientNorm length of all gradients together before clipping; not a number if it was not needed
 */
public record BatchReport(
        double loss, double[][] scores, int[] decisions, List<LayerActivity> activity, double gradientNorm) {

    /** Takes a copy of the list. */
    public BatchReport {
        activity = List.copyOf(activity);
    }
}
