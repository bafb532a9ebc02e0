package ganglion.learning.engine;

import java.util.List;

/**
 * The result of a batch.
 *
 * @param loss mean over the samples, penalties included
 * @param scores scores of the output neurons, by sample
 * @param decisions class that the network decides for, by sample
 * @param activity of the layers of neurons
 * @param gradientNorm norm of all gradients together before clipping; not a number if it was not needed
 */
public record BatchReport(
        double loss, double[][] scores, int[] decisions, List<LayerActivity> activity, double gradientNorm) {

    /** Takes a copy of the list. */
    public BatchReport {
        activity = List.copyOf(activity);
    }
}
