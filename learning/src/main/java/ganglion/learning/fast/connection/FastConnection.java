package ganglion.learning.fast.connection;

import ganglion.learning.fast.arithmetic.StepInput;

/** A stateless layer, one step at a time, for the samples of a slice. Not thread safe. */
public interface FastConnection {

    /** Number of values that it gives for a sample. */
    int outputSize();

    /** Prepares for a batch: choices of dropout. */
    default void begin(long batchNumber, int firstSample, boolean training) {}

    /** Output of one step, one row per sample, replacing what is there. */
    void forward(StepInput input, float[][] output);

    /**
     * Adds to the parameter gradients, and gives the gradient with respect to the input.
     *
     * @param input as it was in the forward pass of the step
     * @param outputGradient one row per sample
     * @param inputGradient replaced; {@code null} if it is not needed
     */
    void backward(StepInput input, float[][] outputGradient, float[][] inputGradient);
}
