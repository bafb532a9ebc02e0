package ganglion.learning.engine;

import ganglion.learning.loss.Loss;
import ganglion.learning.loss.SpikePenalty;

/**
 * Settings of a training step.
 *
 * @param batchNumber number of batches before this one, over all epochs
 * @param progress share of the epochs that are done, 0 in the first: what the width of learned delays depends on
 * @param loss the loss to minimise
 * @param penalty penalty on the spikes of hidden layers
 * @param learningRate rate of this step
 * @param largestGradientNorm norm to which gradients are clipped; infinite for no clipping
 * @param readOut how the class is read from the outputs
 */
public record TrainingStep(
        long batchNumber,
        double progress,
        Loss loss,
        SpikePenalty penalty,
        double learningRate,
        double largestGradientNorm,
        ReadOut readOut) {

    /** A step of the first epoch. */
    public TrainingStep(
            long batchNumber,
            Loss loss,
            SpikePenalty penalty,
            double learningRate,
            double largestGradientNorm,
            ReadOut readOut) {
        this(batchNumber, 0, loss, penalty, learningRate, largestGradientNorm, readOut);
    }

    /** A step without penalty and clipping that reads spike counts. */
    public static TrainingStep of(long batchNumber, Loss loss, double learningRate) {
        return new TrainingStep(
                batchNumber, loss, SpikePenalty.NONE, learningRate, Double.POSITIVE_INFINITY, ReadOut.SPIKE_COUNT);
    }

    /** The same in a later epoch. */
    public TrainingStep at(double otherProgress) {
        return new TrainingStep(batchNumber, otherProgress, loss, penalty, learningRate, largestGradientNorm, readOut);
    }
}
