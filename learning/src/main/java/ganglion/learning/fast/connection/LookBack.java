package ganglion.learning.fast.connection;

import ganglion.learning.fast.arithmetic.StepInput;

/**
 * Delays, synapses with delays, or windows in front of a stage, in one slice. Takes the input of all steps before it gives any output, as the stages run
 * one after the other, each through all steps. Not thread safe.
 */
public interface LookBack {

    /** Makes the choices of a batch: those of dropout. */
    default void choose(long batchNumber, int firstSample, boolean training) {}

    /** Starts a batch. */
    void begin(int steps, int sampleCount, boolean training);

    /** Takes the input of a step. */
    void take(int step, StepInput input);

    /** Output of a step, one row per sample. */
    float[][] given(int step);

    /** Rows for the gradient with respect to the output of a step. */
    float[][] givenGradients(int step);

    /**
     * Begins to go back, once the gradients with respect to the outputs of all steps are there.
     *
     * @param toInput whether gradients with respect to the input are needed
     */
    default void backwardFromAllSteps(boolean toInput) {}

    /**
     * Goes back through one step, the last one first; adds to the gradients of parameters.
     *
     * @param input as given to {@link #take}
     * @param inputGradient replaced; {@code null} if it is not needed
     */
    void backward(int step, StepInput input, float[][] inputGradient);
}
