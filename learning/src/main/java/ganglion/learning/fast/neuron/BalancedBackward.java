package ganglion.learning.fast.neuron;

import ganglion.learning.fast.arithmetic.Kernels;
import ganglion.learning.fast.arithmetic.SliceGradients;
import ganglion.learning.surrogate.Negligible;
import java.util.Arrays;

/** A layer of balanced resonate-and-fire neurons, going back. The equations are those of the reference engine. */
final class BalancedBackward extends StageGradients {

    private final BalancedStage stage;
    private final BalancedParameters parameters;
    private final int size;
    private final float step;
    private final float forget;
    private final float[] distance;
    private final float[] decided;
    private final float[] toKeep;
    private final float[] before;
    private final float[] turnGradient;
    private final float[] keepGradient;

    private float[][] toV = new float[0][];
    private float[][] toRefractory = new float[0][];

    BalancedBackward(BalancedStage stage, SliceGradients gradients) {
        super(stage, stage.parameters().recurrence(), gradients);
        this.stage = stage;
        this.parameters = stage.parameters();
        this.size = stage.size();
        this.step = (float) parameters.neurons().step();
        this.forget = (float) parameters.neurons().refractoryDecay();
        this.distance = new float[size];
        this.decided = new float[size];
        this.toKeep = new float[size];
        this.before = new float[size];
        this.turnGradient = new float[size];
        this.keepGradient = new float[size];
    }

    @Override
    protected void begin() {
        toV = cleared(toV);
        toRefractory = cleared(toRefractory);
        Arrays.fill(turnGradient, 0);
        Arrays.fill(keepGradient, 0);
    }

    @Override
    protected void through(int row, int b, float[] spike, float[] toU, float[] input) {
        Kernels.add(spike, toRefractory[b], size);
        throughSpike(row, spike, toU);
        throughTurn(row, b, toU);
        Kernels.scaled(input, step, toU, size);
        float[] kept = stage.kept(row);
        System.arraycopy(toU, 0, before, 0, size);
        BalancedStage.turn(toU, kept, before, parameters.turn(), toV[b], 1);
        BalancedStage.turn(toV[b], kept, toV[b], parameters.turn(), before, -1);
    }

    /** Through the decision to fire: adds to {@code membrane}, and keeps what was added. */
    private void throughSpike(int row, float[] spike, float[] membrane) {
        Kernels.difference(distance, stage.membranes()[row], stage.thresholdAt(row), size);
        parameters.neurons().surrogate().derivatives(distance, decided, size);
        Kernels.multiply(decided, spike, size);
        Kernels.add(membrane, decided, size);
    }

    /** What turn and damping, and the refractory term in it, have to do with the step. */
    private void throughTurn(int row, int b, float[] toU) {
        Arrays.fill(toKeep, 0);
        if (!isFirst(row)) {
            float[] u = stage.membranes()[row - stage.samples()];
            float[] v = stage.imaginary()[row - stage.samples()];
            Kernels.addProduct(toKeep, toU, u, size);
            Kernels.addProduct(toKeep, toV[b], v, size);
            Kernels.add(keepGradient, toKeep, size);
            Kernels.addProduct(turnGradient, toV[b], u, size);
            Kernels.subtractProduct(turnGradient, toU, v, size);
        }
        forget(toRefractory[b], forget, decided, step, toKeep);
    }

    /** {@code q = s q - a - z b}, zero where that is negligible. */
    private static void forget(float[] q, float s, float[] a, float z, float[] b) {
        for (int i = 0; i < q.length; i++) {
            q[i] = (s * q[i] - a[i] - z * b[i] + Negligible.GRID) - Negligible.GRID;
        }
    }

    @Override
    protected void addCollected(SliceGradients to) {
        parameters.addGradients(turnGradient, keepGradient, to);
    }
}
