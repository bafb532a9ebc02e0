package ganglion.learning.fast.neuron;

import ganglion.learning.fast.arithmetic.Kernels;
import ganglion.learning.fast.arithmetic.SliceGradients;
import ganglion.learning.fast.arithmetic.SpikeRows;
import ganglion.learning.surrogate.Negligible;
import java.util.Arrays;

/**
 * A layer of neurons whose adaptation follows potential and spikes, going back. The equations are those of the reference
 * engine.
 */
final class SeAdLifBackward extends StageGradients {

    private final SeAdLifStage stage;
    private final SeAdLifParameters parameters;
    private final int size;
    private final float[] distance;
    private final float[] surrogate;
    private final float[] alphaGradient;
    private final float[] rhoGradient;
    private final float[] couplingGradient;
    private final float[] jumpGradient;

    private float[][] carriedAdaptation = new float[0][];

    SeAdLifBackward(SeAdLifStage stage, SliceGradients gradients) {
        super(stage, stage.parameters().recurrence(), gradients);
        this.stage = stage;
        this.parameters = stage.parameters();
        this.size = stage.size();
        this.distance = new float[size];
        this.surrogate = new float[size];
        this.alphaGradient = new float[size];
        this.rhoGradient = new float[size];
        this.couplingGradient = new float[size];
        this.jumpGradient = new float[size];
    }

    @Override
    protected void begin() {
        carriedAdaptation = cleared(carriedAdaptation);
        Arrays.fill(alphaGradient, 0);
        Arrays.fill(rhoGradient, 0);
        Arrays.fill(couplingGradient, 0);
        Arrays.fill(jumpGradient, 0);
    }

    @Override
    protected void through(int row, int b, float[] spike, float[] membrane, float[] input) {
        throughAdaptation(row, spike, membrane, carriedAdaptation[b]);
        throughSpike(row, spike, membrane);
        throughPotential(row, membrane, carriedAdaptation[b], input);
    }

    /** {@code w = rho old + coupling u + jump s}. */
    private void throughAdaptation(int row, float[] spike, float[] membrane, float[] adaptation) {
        if (!isFirst(row)) {
            Kernels.addProduct(rhoGradient, stage.adaptations()[row - stage.samples()], adaptation, size);
        }
        Kernels.addProduct(couplingGradient, stage.membranes()[row], adaptation, size);
        SpikeRows spikes = stage.spikes();
        for (int k = spikes.start(row); k < spikes.end(row); k++) {
            int i = spikes.indices()[k];
            jumpGradient[i] += adaptation[i];
        }
        Kernels.addProduct(membrane, parameters.coupling(), adaptation, size);
        Kernels.addProduct(spike, parameters.jump(), adaptation, size);
    }

    /** Through the decision and the reset: afterwards {@code membrane} is the gradient of the potential before both. */
    private void throughSpike(int row, float[] spike, float[] membrane) {
        SpikeRows spikes = stage.spikes();
        for (int k = spikes.start(row); k < spikes.end(row); k++) {
            membrane[spikes.indices()[k]] = 0;
        }
        Kernels.difference(distance, stage.deciding()[row], parameters.threshold(), size);
        parameters.neurons().surrogate().derivatives(distance, surrogate, size);
        Kernels.multiply(surrogate, spike, size);
        Kernels.add(membrane, surrogate, size);
    }

    /** {@code p = alpha u + (1 - alpha) (I - w)}, whose slope by alpha is {@code (u - p) / (1 - alpha)}. */
    private void throughPotential(int row, float[] membrane, float[] adaptation, float[] input) {
        if (!isFirst(row)) {
            Kernels.addProduct(alphaGradient, stage.membranes()[row - stage.samples()], membrane, size);
        }
        Kernels.subtractProduct(alphaGradient, stage.deciding()[row], membrane, size);
        System.arraycopy(membrane, 0, input, 0, size);
        Kernels.multiply(input, parameters.take(), size);
        forget(adaptation, parameters.rho(), input);
        Kernels.multiply(membrane, parameters.alpha(), size);
    }

    /** {@code w = rho w - drive}, zero where that is negligible. */
    private static void forget(float[] w, float[] rho, float[] drive) {
        for (int i = 0; i < w.length; i++) {
            w[i] = (rho[i] * w[i] - drive[i] + Negligible.GRID) - Negligible.GRID;
        }
    }

    @Override
    protected void addCollected(SliceGradients to) {
        for (int i = 0; i < size; i++) {
            alphaGradient[i] /= parameters.take()[i];
        }
        parameters.addGradients(alphaGradient, rhoGradient, couplingGradient, jumpGradient, to);
    }
}
