package ganglion.learning.fast.neuron;

import ganglion.learning.fast.arithmetic.Kernels;
import ganglion.learning.fast.arithmetic.SliceGradients;
import ganglion.learning.fast.arithmetic.SpikeRows;
import ganglion.learning.fast.arithmetic.SpikesByNeuron;
import ganglion.learning.surrogate.Negligible;
import java.util.Arrays;

/**
 * A layer of neurons whose adaptation follows potential and spikes, going back. The equations are those of the reference
 * engine.
 */
final class SeAdLifBackward implements FiringBackward {

    private final SeAdLifStage stage;
    private final SeAdLifParameters parameters;
    private final SliceGradients gradients;
    private final int size;
    private final SpikesByNeuron byNeuron;
    private final float[] distance;
    private final float[] surrogate;
    private final float[] alphaGradient;
    private final float[] rhoGradient;
    private final float[] couplingGradient;
    private final float[] jumpGradient;

    private float[][] inputGradients = new float[0][];
    private float[][] carriedMembrane = new float[0][];
    private float[][] carriedAdaptation = new float[0][];

    SeAdLifBackward(SeAdLifStage stage, SliceGradients gradients) {
        this.stage = stage;
        this.parameters = stage.parameters();
        this.gradients = gradients;
        this.size = stage.size();
        this.byNeuron = new SpikesByNeuron(size);
        this.distance = new float[size];
        this.surrogate = new float[size];
        this.alphaGradient = new float[size];
        this.rhoGradient = new float[size];
        this.couplingGradient = new float[size];
        this.jumpGradient = new float[size];
    }

    @Override
    public void begin(int steps) {
        int samples = stage.samples();
        if (inputGradients.length < steps * samples) {
            inputGradients = new float[steps * samples][size];
        }
        if (carriedMembrane.length < samples) {
            carriedMembrane = new float[samples][size];
            carriedAdaptation = new float[samples][size];
        }
        for (int b = 0; b < samples; b++) {
            Arrays.fill(carriedMembrane[b], 0);
            Arrays.fill(carriedAdaptation[b], 0);
        }
        Arrays.fill(alphaGradient, 0);
        Arrays.fill(rhoGradient, 0);
        Arrays.fill(couplingGradient, 0);
        Arrays.fill(jumpGradient, 0);
    }

    @Override
    public float[][] inputGradients() {
        return inputGradients;
    }

    @Override
    public void backward(int step, boolean last, float[][] spikeGradient, float[][] membraneGradient) {
        if (!last) {
            parameters.recurrence().addToSpikes(spikeGradient, step, stage.samples(), inputGradients);
        }
        for (int b = 0; b < stage.samples(); b++) {
            int row = step * stage.samples() + b;
            if (membraneGradient != null) {
                Kernels.add(carriedMembrane[b], membraneGradient[b], size);
            }
            throughAdaptation(step, row, spikeGradient[b], carriedMembrane[b], carriedAdaptation[b]);
            throughSpike(row, spikeGradient[b], carriedMembrane[b]);
            throughPotential(step, row, carriedMembrane[b], carriedAdaptation[b]);
        }
    }

    /** {@code w = rho old + coupling u + jump s}. */
    private void throughAdaptation(int step, int row, float[] spike, float[] membrane, float[] adaptation) {
        if (step > 0) {
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
    private void throughPotential(int step, int row, float[] membrane, float[] adaptation) {
        if (step > 0) {
            Kernels.addProduct(alphaGradient, stage.membranes()[row - stage.samples()], membrane, size);
        }
        Kernels.subtractProduct(alphaGradient, stage.deciding()[row], membrane, size);
        System.arraycopy(membrane, 0, inputGradients[row], 0, size);
        Kernels.multiply(inputGradients[row], parameters.take(), size);
        forget(adaptation, parameters.rho(), inputGradients[row]);
        Kernels.multiply(membrane, parameters.alpha(), size);
    }

    /** {@code w = rho w - drive}, zero where that is negligible. */
    private static void forget(float[] w, float[] rho, float[] drive) {
        for (int i = 0; i < w.length; i++) {
            w[i] = (rho[i] * w[i] - drive[i] + Negligible.GRID) - Negligible.GRID;
        }
    }

    @Override
    public void finish(int steps) {
        parameters
                .recurrence()
                .addGradients(steps, stage.samples(), stage.spikes(), inputGradients, byNeuron, gradients);
        for (int i = 0; i < size; i++) {
            alphaGradient[i] /= parameters.take()[i];
        }
        parameters.addGradients(alphaGradient, rhoGradient, couplingGradient, jumpGradient, gradients);
    }
}
