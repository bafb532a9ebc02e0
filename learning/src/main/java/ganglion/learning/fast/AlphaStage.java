package ganglion.learning.fast;

import ganglion.learning.fast.arithmetic.Kernels;
import ganglion.learning.fast.arithmetic.SliceGradients;
import ganglion.learning.fast.arithmetic.SpikeRows;
import ganglion.learning.model.Neurons.ResetRule;
import java.util.Arrays;

/**
 * A layer of alpha neurons in one slice. The equations are those of the reference engine; what belongs to resets is done for the neurons that
 * were reset, after loops over all.
 */
final class AlphaStage extends FiringStage {

    private final FastNeuronParameters parameters;
    private final ResetRule reset;
    /** What turns the sum of both currents into a potential. */
    private final float[] tau;

    private float[][] rising = new float[0][];
    private float[][] falling = new float[0][];

    // The way back.
    private final float[] distance;
    private final float[] decided;
    private final float[] risingGradient;
    private final float[] fallingGradient;
    private final float[] thresholdGradient;
    private float[][] toRising = new float[0][];
    private float[][] toFalling = new float[0][];

    AlphaStage(FastNeuronParameters parameters, SliceGradients gradients) {
        super(parameters.size(), parameters.recurrence(), parameters.spikeSizes(), gradients);
        this.parameters = parameters;
        this.reset = parameters.neurons().reset();
        this.tau = new float[size];
        this.distance = new float[size];
        this.decided = new float[size];
        this.risingGradient = new float[size];
        this.fallingGradient = new float[size];
        this.thresholdGradient = new float[size];
    }

    @Override
    void reserve(int rows) {
        rising = new float[rows][size];
        falling = new float[rows][size];
    }

    /** The decays are not learned, but a model may be given others between two batches. */
    @Override
    void beginRows(int rows) {
        for (int i = 0; i < size; i++) {
            double logAlpha = Math.log(parameters.alpha()[i]);
            tau[i] = (float) (logAlpha / (Math.log(parameters.beta()[i]) - logAlpha) + 1);
        }
    }

    @Override
    void forward(int step, float[][] input) {
        for (int b = 0; b < samples(); b++) {
            int row = step * samples() + b;
            float[] fallingBefore = before(falling, row);
            Kernels.leak(rising[row], parameters.alpha(), before(rising, row), input[b], size);
            Kernels.leakLess(falling[row], parameters.beta(), fallingBefore, input[b], size);
            Kernels.scaledSum(membranes()[row], tau, rising[row], falling[row], size);
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
    void beginCollecting() {
        toRising = cleared(toRising);
        toFalling = cleared(toFalling);
        Arrays.fill(thresholdGradient, 0);
    }

    @Override
    void through(int row, int b, float[] spike, float[] membrane, float[] input) {
        Kernels.difference(distance, membranes()[row], parameters.threshold(), size);
        parameters.neurons().surrogate().derivatives(distance, decided, size);
        Kernels.multiply(decided, spike, size);
        Kernels.add(membrane, decided, size);
        Kernels.subtract(thresholdGradient, decided, size);
        Kernels.product(risingGradient, tau, membrane, size);
        System.arraycopy(risingGradient, 0, fallingGradient, 0, size);
        Kernels.add(risingGradient, toRising[b], size);
        Kernels.add(fallingGradient, toFalling[b], size);
        if (!isFirst(row)) {
            throughReset(row, b, membrane);
        }
        Kernels.difference(input, risingGradient, fallingGradient, size);
        carry(row, b, membrane);
        Arrays.fill(membrane, 0);
    }

    private void throughReset(int row, int b, float[] membrane) {
        SpikeRows fired = spikes();
        int last = row - samples();
        for (int k = fired.start(last); reset != ResetRule.NONE && k < fired.end(last); k++) {
            int i = fired.indices()[k];
            if (reset == ResetRule.SUBTRACT) {
                thresholdGradient[i] -= toRising[b][i];
                fallingGradient[i] = tau[i] * membrane[i];
            } else {
                risingGradient[i] = 0;
                fallingGradient[i] = 0;
            }
        }
    }

    /** What reaches the currents of the step before. */
    private void carry(int row, int b, float[] membrane) {
        Kernels.multiply(risingGradient, parameters.alpha(), size);
        Kernels.multiply(fallingGradient, parameters.beta(), size);
        System.arraycopy(risingGradient, 0, toRising[b], 0, size);
        System.arraycopy(fallingGradient, 0, toFalling[b], 0, size);
        if (isFirst(row) || reset != ResetRule.SUBTRACT) {
            return;
        }
        SpikeRows fired = spikes();
        int last = row - samples();
        for (int k = fired.start(last); k < fired.end(last); k++) {
            int i = fired.indices()[k];
            toFalling[b][i] += membrane[i];
        }
    }

    @Override
    void addCollected(SliceGradients to) {
        parameters.addGradient("threshold", thresholdGradient, false, to);
    }

    @Override
    void addSizeGradient(float[] gradient, SliceGradients to) {
        parameters.addSizeGradient(gradient, to);
    }
}
