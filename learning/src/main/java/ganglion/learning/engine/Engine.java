package ganglion.learning.engine;

import ganglion.learning.loss.Loss;
import ganglion.learning.loss.SpikePenalty;
import ganglion.learning.sample.Sample;
import java.util.List;

/** Runs samples through a model, batch by batch. Not thread safe. */
public interface Engine {

    /**
     * Forward pass only, as after training. All samples of a batch have the same number of steps.
     *
     * @param step loss and read-out
     * @throws IllegalArgumentException if samples do not fit the model or each other
     */
    BatchReport evaluate(List<Sample> batch, EvaluationStep step);

    /**
     * What an evaluation reports.
     *
     * @param loss whose value to report
     * @param readOut how the class is read from the outputs
     */
    record EvaluationStep(Loss loss, ReadOut readOut) {}

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
    record TrainingStep(
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
            return new TrainingStep(
                    batchNumber, otherProgress, loss, penalty, learningRate, largestGradientNorm, readOut);
        }
    }

    /**
     * The result of a batch.
     *
     * @param loss mean over the samples, penalties included
     * @param scores scores of the output neurons, by sample
     * @param decisions class that the network decides for, by sample
     * @param activity of the layers of neurons
     * @param gradientNorm norm of all gradients together before clipping; not a number if it was not needed
     */
    record BatchReport(
            double loss, double[][] scores, int[] decisions, List<LayerActivity> activity, double gradientNorm) {

        /** Takes a copy of the list. */
        public BatchReport {
            activity = List.copyOf(activity);
        }
    }
}
