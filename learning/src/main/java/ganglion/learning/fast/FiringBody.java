package ganglion.learning.fast;

import ganglion.learning.fast.arithmetic.StepInput;
import ganglion.learning.fast.neuron.FiringBackward;
import ganglion.learning.fast.neuron.FiringParameters.FiringPass;
import ganglion.learning.fast.neuron.FiringStage;

/**
 * A layer of neurons at the end of a stage: forward and back.
 *
 * @param fires whether its neurons can fire
 */
record FiringBody(FiringPass pass, boolean fires) implements StageBody {

    FiringStage neurons() {
        return pass.stage();
    }

    FiringBackward backward() {
        return pass.backward();
    }

    @Override
    public void begin(int steps, int sampleCount) {
        neurons().begin(steps, sampleCount);
    }

    @Override
    public void present(int step, StepInput to) {
        FiringStage from = neurons();
        to.setGradedSpikes(from.spikes(), step * from.samples(), from.samples(), from.spikeSizes());
    }

    @Override
    public float[][] inputGradients() {
        return backward().inputGradients();
    }
}
