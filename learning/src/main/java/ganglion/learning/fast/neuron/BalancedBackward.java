package ganglion.learning.fast.neuron;

import ganglion.learning.fast.arithmetic.Kernels;
import ganglion.learning.fast.arithmetic.SliceGradients;
import ganglion.learning.fast.arithmetic.SpikesByNeuron;
import ganglion.learning.surrogate.Negligible;
import java.util.Arrays;

/** A layer of balanced resonate-and-fire neurons, going back. The equations are those of the reference engine. */
final class BalancedBackward implements FiringBackward {

    private final BalancedStage stage;
    private final BalancedParameters parameters;
    private final SliceGradients gradients;
    private final int size;
    private final float step;
    private final float forget;
    private final SpikesByNeuron byNeuron;
    private final float[] distance;
    private final float[] decided;
    private final float[] toKeep;
    private final float[] before;
    private final float[] turnGradient;
    private final float[] keepGradient;

    private float[][] inputGradients = new float[0][];
    private float[][] toU = new float[0][];
    private float[][] toV = new float[0][];
    private float[][] toRefractory = new float[0][];

    BalancedBackward(BalancedStage stage, SliceGradients gradients) {
        this.stage = stage;
        this.parameters = stage.parameters();
        this.gradients = gradients;
        this.size = stage.size();
        this.step = (float) parameters.neurons().step();
        this.forget = (float) parameters.neurons().refractoryDecay();
        this.byNeuron = new SpikesByNeuron(size);
        this.distance = new float[size];
        this.decided = new float[size];
        this.toKeep = new float[size];
        this.before = new float[size];
        this.turnGradient = new float[size];
        this.keepGradient = new float[size];
    }

    @Override
    public void begin(int steps) {
        int samples = stage.samples();
        if (inputGradients.length < steps * samples) {
            inputGradients = new float[steps * samples][size];
        }
        if (toU.length < samples) {
            toU = new float[samples][size];
            toV = new float[samples][size];
            toRefractory = new float[samples][size];
        }
        for (int b = 0; b < samples; b++) {
            Arrays.fill(toU[b], 0);
            Arrays.fill(toV[b], 0);
            Arrays.fill(toRefractory[b], 0);
        }
        Arrays.fill(turnGradient, 0);
        Arrays.fill(keepGradient, 0);
    }

    @Override
    public float[][] inputGradients() {
        return inputGradients;
    }

    @Override
    public void backward(int stepNumber, boolean last, float[][] spikeGradient, float[][] membraneGradient) {
        if (!last) {
            parameters.recurrence().addToSpikes(spikeGradient, stepNumber, stage.samples(), inputGradients);
        }
        for (int b = 0; b < stage.samples(); b++) {
            int row = stepNumber * stage.samples() + b;
            if (membraneGradient != null) {
                Kernels.add(toU[b], membraneGradient[b], size);
            }
            Kernels.add(spikeGradient[b], toRefractory[b], size);
            throughSpike(row, spikeGradient[b], toU[b]);
            throughTurn(stepNumber, row, b);
            Kernels.scaled(inputGradients[row], step, toU[b], size);
            float[] kept = stage.kept(row);
            System.arraycopy(toU[b], 0, before, 0, size);
            turnBack(toU[b], kept, before, parameters.turn(), toV[b], 1);
            turnBack(toV[b], kept, toV[b], parameters.turn(), before, -1);
        }
    }

    /** Through the decision to fire: adds to {@code membrane}, and keeps what was added. */
    private void throughSpike(int row, float[] spike, float[] membrane) {
        Kernels.difference(distance, stage.membranes()[row], stage.thresholdAt(row), size);
        parameters.neurons().surrogate().derivatives(distance, decided, size);
        Kernels.multiply(decided, spike, size);
        Kernels.add(membrane, decided, size);
    }

    /** What turn and damping, and the refractory term in it, have to do with the step. */
    private void throughTurn(int stepNumber, int row, int b) {
        Arrays.fill(toKeep, 0);
        if (stepNumber > 0) {
            float[] u = stage.membranes()[row - stage.samples()];
            float[] v = stage.imaginary()[row - stage.samples()];
            Kernels.addProduct(toKeep, toU[b], u, size);
            Kernels.addProduct(toKeep, toV[b], v, size);
            Kernels.add(keepGradient, toKeep, size);
            Kernels.addProduct(turnGradient, toV[b], u, size);
            Kernels.subtractProduct(turnGradient, toU[b], v, size);
        }
        forget(toRefractory[b], forget, decided, step, toKeep);
    }

    /** {@code q = s q - a - z b}, zero where that is negligible. */
    private static void forget(float[] q, float s, float[] a, float z, float[] b) {
        for (int i = 0; i < q.length; i++) {
            q[i] = (s * q[i] - a[i] - z * b[i] + Negligible.GRID) - Negligible.GRID;
        }
    }

    /** {@code c = r a + sign t b}, zero where that is negligible. */
    private static void turnBack(float[] c, float[] r, float[] a, float[] t, float[] b, float sign) {
        for (int i = 0; i < c.length; i++) {
            c[i] = (r[i] * a[i] + sign * (t[i] * b[i]) + Negligible.GRID) - Negligible.GRID;
        }
    }

    @Override
    public void finish(int steps) {
        parameters
                .recurrence()
                .addGradients(steps, stage.samples(), stage.spikes(), inputGradients, byNeuron, gradients);
        parameters.addGradients(turnGradient, keepGradient, gradients);
    }
}
