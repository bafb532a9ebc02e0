package ganglion.learning.fast.connection;

import ganglion.learning.fast.arithmetic.StepInput;

/**
 * What looks back in time in front of a stage, in one slice. Takes the input of all steps before it gives any, as the stages run
 * one after the other, each through all steps. Not thread safe.
 */
public interface LookBack {

    /** Starts a batch. */
    void begin(int steps, int sampleCount, boolean training);

    /** Takes the input of a step. */
    void take(int step, StepInput input);

    /** What comes out at a step, one row a sample. */
    float[][] given(int step);

    /** Rows that take the gradient with respect to what came out at a step. */
    float[][] givenGradients(int step);

    /**
     * Goes back through one step, once the gradients of this step and of all after it are there; adds to the gradients of
     * parameters.
     *
     * @param input as {@link #take} got it
     * @param inputGradient replaced; {@code null} if nobody needs it
     */
    void backward(int step, StepInput input, float[][] inputGradient);
}
