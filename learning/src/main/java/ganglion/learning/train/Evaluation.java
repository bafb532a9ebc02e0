package ganglion.learning.train;

import ganglion.learning.engine.LayerActivity;
import java.util.List;

/**
 * The result of a model on a data set.
 *
 * @param loss mean over the samples
 * @param confusion decisions by class
 * @param areasUnderCurve by class, each against all others; not a number for a class that has no sample or all
 * @param activity of the layers of neurons, over all samples
 * @param labels class of each sample
 * @param decisions the decision for each sample
 * @param scores scores of the outputs, by sample
 */
public record Evaluation(
        double loss,
        ConfusionMatrix confusion,
        double[] areasUnderCurve,
        List<LayerActivity> activity,
        int[] labels,
        int[] decisions,
        double[][] scores) {

    /** Takes a copy of the list. */
    public Evaluation {
        activity = List.copyOf(activity);
    }
}
