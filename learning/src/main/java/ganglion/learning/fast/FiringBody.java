package ganglion.learning.fast;

import ganglion.learning.fast.arithmetic.StepInput;

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
        to.setGradedSpikes(neurons.spikes(), step * neurons.samples(), neurons.samples(), neurons.spikeSizes());
    }

    @Override
    public float[][] inputGradients() {
        return neurons.inputGradients();
    }
}
