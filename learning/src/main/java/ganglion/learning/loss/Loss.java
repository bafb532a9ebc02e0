package ganglion.learning.loss;

/** A loss, by its share of one sample. Immutable, safe to share between threads. */
public interface Loss {

    /**
     * The loss of one sample; the loss of a batch is the mean.
     *
     * @param output spikes and potentials of the output neurons; its gradients, zero before the call, are set to those of this
     *     sample's loss
     */
    double evaluate(SampleOutput output);

    /** Whether it is for a single output, which stands for the second of two classes, and not for an output per class. */
    default boolean isForOneOutput() {
        return false;
    }

    /**
     * The loss to use in a batch, for losses that change during training.
     *
     * @param batch number of batches before this one, over all epochs
     */
    default Loss atBatch(long batch) {
        return this;
    }
}
