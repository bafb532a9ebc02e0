package ganglion.learning.fast;

import ganglion.learning.fast.arithmetic.Kernels;
import ganglion.learning.fast.arithmetic.SliceGradients;
import ganglion.learning.fast.arithmetic.SpikeRows;
import ganglion.learning.fast.neuron.FiringBackward;
import ganglion.learning.fast.neuron.FiringStage;
import ganglion.learning.model.Neurons.ResetRule;
import java.util.Arrays;

/** A layer of alpha neurons in one slice, going forward. The equations are those of the reference engine. */
final class AlphaStage extends FiringStage {

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

    /**
     * A layer of alpha neurons in one slice, going back. The equations are those of the reference engine; what belongs to resets is done
     * for the neurons that were reset, after loops over all.
     */
    static final class AlphaBackward extends FiringBackward {

        private final AlphaStage stage;
        private final FastNeuronParameters parameters;
        private final ResetRule reset;
        private final int size;

        private final float[] distance;
        private final float[] decided;
        private final float[] rising;
        private final float[] falling;
        private final float[] thresholdGradient;
        private float[][] toRising = new float[0][];
        private float[][] toFalling = new float[0][];

        AlphaBackward(AlphaStage stage, SliceGradients gradients) {
            super(stage, stage.parameters().recurrence(), gradients);
            this.stage = stage;
            this.parameters = stage.parameters();
            this.reset = parameters.neurons().reset();
            this.size = stage.size();
            this.distance = new float[size];
            this.decided = new float[size];
            this.rising = new float[size];
            this.falling = new float[size];
            this.thresholdGradient = new float[size];
        }

        @Override
        protected void begin() {
            toRising = cleared(toRising);
            toFalling = cleared(toFalling);
            Arrays.fill(thresholdGradient, 0);
        }

        @Override
        protected void through(int row, int b, float[] spike, float[] membrane, float[] input) {
            Kernels.difference(distance, stage.membranes()[row], parameters.threshold(), size);
            parameters.neurons().surrogate().derivatives(distance, decided, size);
            Kernels.multiply(decided, spike, size);
            Kernels.add(membrane, decided, size);
            Kernels.subtract(thresholdGradient, decided, size);
            Kernels.product(rising, stage.tau(), membrane, size);
            System.arraycopy(rising, 0, falling, 0, size);
            Kernels.add(rising, toRising[b], size);
            Kernels.add(falling, toFalling[b], size);
            if (!isFirst(row)) {
                throughReset(row, b, membrane);
            }
            Kernels.difference(input, rising, falling, size);
            carry(row, b, membrane);
            Arrays.fill(membrane, 0);
        }

        private void throughReset(int row, int b, float[] membrane) {
            SpikeRows fired = stage.spikes();
            int last = row - stage.samples();
            for (int k = fired.start(last); reset != ResetRule.NONE && k < fired.end(last); k++) {
                int i = fired.indices()[k];
                if (reset == ResetRule.SUBTRACT) {
                    thresholdGradient[i] -= toRising[b][i];
                    falling[i] = stage.tau()[i] * membrane[i];
                } else {
                    rising[i] = 0;
                    falling[i] = 0;
                }
            }
        }

        /** What reaches the currents of the step before. */
        private void carry(int row, int b, float[] membrane) {
            Kernels.multiply(rising, parameters.alpha(), size);
            Kernels.multiply(falling, parameters.beta(), size);
            System.arraycopy(rising, 0, toRising[b], 0, size);
            System.arraycopy(falling, 0, toFalling[b], 0, size);
            if (isFirst(row) || reset != ResetRule.SUBTRACT) {
                return;
            }
            SpikeRows fired = stage.spikes();
            int last = row - stage.samples();
            for (int k = fired.start(last); k < fired.end(last); k++) {
                int i = fired.indices()[k];
                toFalling[b][i] += membrane[i];
            }
        }

        @Override
        protected void addCollected(SliceGradients to) {
            parameters.addGradient("threshold", thresholdGradient, false, to);
        }

        @Override
        protected void addSizeGradient(float[] gradient, SliceGradients to) {
            parameters.addSizeGradient(gradient, to);
        }
    }
}
