package ganglion.learning.train;

import ganglion.learning.engine.LayerActivity;
import java.util.List;
import java.util.Optional;

/**
 * What an epoch of training did.
 *
 * @param epoch number, from 0
 * @param learningRate that it used
 * @param trainingLoss mean over its samples, while the model was changing
 * @param trainingAccuracy share of its samples that were classified correctly, while the model was changing
 * @param validation on the validation set, if there is one
 * @param activity of the layers of neurons on the training samples
 * @param meanGradientNorm mean gradient norm before clipping
 * @param samplesPerSecond training speed, evaluation left out
 * @param best whether it is the best so far
 * @param warnings warnings, such as layers in which no neuron fires; may be empty
 */
public record EpochReport(
        int epoch,
        double learningRate,
        double trainingLoss,
        double trainingAccuracy,
        Optional<Evaluation> validation,
        List<LayerActivity> activity,
        double meanGradientNorm,
        double samplesPerSecond,
        boolean best,
        List<String> warnings) {

    /** Takes copies of the lists. */
    public EpochReport {
        activity = List.copyOf(activity);
        warnings = List.copyOf(warnings);
    }
}
