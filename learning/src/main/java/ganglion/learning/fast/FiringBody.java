package ganglion.learning.fast;

import ganglion.learning.fast.arithmetic.StepInput;

/** A layer of neurons at the end of a stage: forward and back. */
record FiringBody(NeuronStage neurons, NeuronBackward backward) implements StageBody {

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
        return backward.inputGradients();
    }
}
