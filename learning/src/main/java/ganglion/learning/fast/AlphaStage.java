package ganglion.learning.fast;

import ganglion.learning.fast.arithmetic.Kernels;
import ganglion.learning.fast.arithmetic.SpikeRows;
import ganglion.learning.fast.neuron.StageRows;
import ganglion.learning.model.ResetRule;

/** A layer of alpha neurons in one slice, going forward. The equations are those of the reference engine. */
final class AlphaStage extends StageRows {

    private final FastNeuronParameters parameters;
    private final ResetRule reset;
    private final float[] tau;
    private float[][] rising = new float[0][];
    private float[][] falling = new float[0][];

    AlphaStage(FastNeuronParameters parameters) {
        super(parameters.size(), parameters.recurrence());
        this.parameters = parameters;
        this.reset = parameters.neurons().reset();
        this.tau = new float[size()];
    }

    @Override
    protected void reserve(int rows) {
        rising = new float[rows][size()];
        falling = new float[rows][size()];
    }

    /** The decays are not learned, but a model may be given others between two batches. */
    @Override
    protected void beginRows(int rows) {
        for (int i = 0; i < size(); i++) {
            double logAlpha = Math.log(parameters.alpha()[i]);
            tau[i] = (float) (logAlpha / (Math.log(parameters.beta()[i]) - logAlpha) + 1);
        }
    }

    @Override
    public void forward(int step, float[][] input) {
        for (int b = 0; b < samples(); b++) {
            int row = step * samples() + b;
            float[] fallingBefore = before(falling, row);
            Kernels.leak(rising[row], parameters.alpha(), before(rising, row), input[b], size());
            Kernels.leakLess(falling[row], parameters.beta(), fallingBefore, input[b], size());
            Kernels.scaledSum(membranes()[row], tau, rising[row], falling[row], size());
            if (step > 0) {
                reset(row, fallingBefore);
            }
            spikes().addExceeding(membranes()[row], parameters.threshold());
        }
    }

    private void reset(int row, float[] fallingBefore) {
        SpikeRows fired = spikes();
        int last = row - samples();
        for (int k = fired.start(last); reset != ResetRule.NONE && k < fired.end(last); k++) {
            int i = fired.indices()[k];
            falling[row][i] = 0;
            if (reset == ResetRule.SUBTRACT) {
                rising[row][i] -= parameters.threshold()[i];
                membranes()[row][i] += fallingBefore[i];
            } else {
                rising[row][i] = 0;
                membranes()[row][i] = 0;
            }
        }
    }

    @Override
    public float[] spikeSizes() {
        return parameters.spikeSizes();
    }

    /** What turns the sum of both currents into a potential. */
    float[] tau() {
        return tau;
    }

    FastNeuronParameters parameters() {
        return parameters;
    }
}
