package ganglion.learning.fast;

import ganglion.learning.fast.arithmetic.StepInput;

/** What a stage ends in, in one slice: takes what the layers in front of it give, and gives what reaches the next stage. */
sealed interface StageBody permits FiringBody, Normaliser {

    /** Starts a batch. */
    void begin(int steps, int sampleCount);

    /** Shows what comes out at a step that has been run. */
    void present(int step, StepInput to);

    /** Gradients with respect to what the layers in front gave, one row a step and sample, once the way back has been there. */
    float[][] inputGradients();
}
