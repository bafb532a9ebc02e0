package ganglion.learning.fast;

import ganglion.learning.fast.arithmetic.StepInput;

/** The end of a stage in one slice: takes the output of the layers in front of it, and gives the input of the next stage. */
sealed interface StageBody permits StageBody.FiringBody, Normaliser {

    /** Starts a batch. */
    void begin(int steps, int sampleCount);

    /** Presents the output of a step that has been run. */
    void present(int step, StepInput to);

    /** Gradients with respect to the output of the layers in front, one row per step and sample, after the backward pass of that step. */
    float[][] inputGradients();

    /**
     * A layer of neurons at the end of a stage.
     *
     * @param fires whether its neurons can fire
     */
    record FiringBody(FiringStage neurons, boolean fires) implements StageBody {

        @Override
        public void begin(int steps, int sampleCount) {
            neurons.begin(steps, sampleCount);
        }

        @Override
        public void present(int step, StepInput to) {
            to.setSpikes(neurons.spikes(), step * neurons.samples(), neurons.samples());
        }

        @Override
        public float[][] inputGradients() {
            return neurons.inputGradients();
        }
    }
}
