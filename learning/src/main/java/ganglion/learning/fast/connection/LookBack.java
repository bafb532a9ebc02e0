package ganglion.learning.fast.connection;

import ganglion.learning.fast.arithmetic.StepInput;

/**
 * Delays or windows in front of a stage, in one slice. Takes the input of all steps before it gives any output, as the stages run
 * one after the other, each through all steps. Not thread safe.
 */
public interface LookBack {

    /** Starts a batch. */
    void begin(int steps, int sampleCount, boolean training);

    /** Takes the input of a step. */
    void take(int step, StepInput input);

    /** Output of a step, one row per sample. */
    float[][] given(int step);

    /** Rows for the gradient with respect to the output of a step. */
    float[][] givenGradients(int step);

    /**
     * Goes back through one step, once the gradients of this step and of all after it are there; adds to the gradients of
     * parameters.
     *
     * @param input as given to {@link #take}
     * @param inputGradient replaced; {@code null} if it is not needed
     */
    void backward(int step, StepInput input, float[][] inputGradient);
}
