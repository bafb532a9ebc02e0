package ganglion.learning.fast;

import ganglion.learning.fast.arithmetic.Kernels;
import ganglion.learning.fast.arithmetic.SliceGradients;
import ganglion.learning.fast.arithmetic.SpikeRows;
import ganglion.learning.fast.neuron.StageGradients;
import ganglion.learning.model.ResetRule;
import java.util.Arrays;

/**
 * A layer of neurons in one slice, going back. The equations are those of the reference engine; what belongs to resets is done
 * for the neurons that were reset, after loops over all.
 */
final class NeuronBackward extends StageGradients {

    private final NeuronStage stage;
    private final FastNeuronParameters parameters;
    private final ResetRule reset;
    private final int size;
    private final boolean adaptive;

    private float[][] carriedCurrent = new float[0][];
    private float[][] carriedRaise = new float[0][];
    private final float[] distance;
    private final float[] surrogate;
    private final float[] alphaGradient;
    private final float[] betaGradient;
    private final float[] thresholdGradient;
    private final float[] immediate;

    NeuronBackward(NeuronStage stage, SliceGradients gradients) {
        super(stage, stage.parameters().recurrence(), gradients);
        this.stage = stage;
        this.parameters = stage.parameters();
        this.reset = parameters.neurons().reset();
        this.size = parameters.size();
        this.adaptive = parameters.neurons().adaptation().active();
        this.distance = new float[size];
        this.surrogate = new float[size];
        this.alphaGradient = new float[size];
        this.betaGradient = new float[size];
        this.thresholdGradient = new float[size];
        this.immediate = new float[size];
    }

    @Override
    protected void begin() {
        carriedCurrent = cleared(carriedCurrent);
        carriedRaise = cleared(carriedRaise);
        Arrays.fill(alphaGradient, 0);
        Arrays.fill(betaGradient, 0);
        Arrays.fill(thresholdGradient, 0);
    }

    @Override
    protected void through(int row, int b, float[] spike, float[] membrane, float[] input) {
        throughSpike(row, b, spike, membrane);
        throughReset(row, membrane);
        throughInput(row, b, membrane, input);
    }

    /** Adds the gradient through the decision to fire to {@code membrane}. */
    private void throughSpike(int row, int b, float[] spike, float[] membrane) {
        if (!parameters.neurons().fires()) {
            return;
        }
        float[] potential = stage.deciding()[row];
        if (adaptive) {
            Kernels.add(spike, carriedRaise[b], size);
        }
        if (stage.resetsAtOnce()) {
            throughImmediateReset(row, spike, potential, membrane);
        }
        Kernels.difference(distance, potential, stage.thresholdAt(row), size);
        parameters.neurons().surrogate().derivatives(distance, surrogate, size);
        if (parameters.neurons().winnerOnly()) {
            float ofWinner = surrogate[stage.winner(row)];
            Arrays.fill(surrogate, 0);
            surrogate[stage.winner(row)] = ofWinner;
        }
        Kernels.multiply(surrogate, spike, size);
        Kernels.add(membrane, surrogate, size);
        if (parameters.learns("threshold")) {
            Kernels.subtract(thresholdGradient, surrogate, size);
        }
        if (adaptive) {
            float decay = (float) parameters.neurons().adaptation().decay();
            float strength = (float) parameters.neurons().adaptation().strength();
            Kernels.mix(carriedRaise[b], decay, -strength, surrogate, size);
        }
    }

    /** A reset at once is {@code v = p - (s - R) size}; the spike {@code s} takes part in gradients, {@code R} does not. */
    private void throughImmediateReset(int row, float[] spike, float[] potential, float[] membrane) {
        boolean subtract = reset == ResetRule.SUBTRACT;
        Kernels.subtractProduct(spike, subtract ? parameters.threshold() : potential, membrane, size);
        System.arraycopy(membrane, 0, immediate, 0, size);
        addAtFired(stage.spikes(), row, -1, subtract ? thresholdGradient : membrane);
        addAtFired(stage.resets(), stage.resetRow(row), 1, subtract ? thresholdGradient : membrane);
    }

    private void addAtFired(SpikeRows fired, int row, float sign, float[] to) {
        for (int k = fired.start(row); k < fired.end(row); k++) {
            int i = fired.indices()[k];
            to[i] += sign * immediate[i];
        }
    }

    /** Takes the reset of the step before into account: afterwards {@code membrane} is the gradient of the leaky sum. */
    private void throughReset(int row, float[] membrane) {
        if (isFirst(row) || reset == ResetRule.NONE) {
            return;
        }
        SpikeRows resets = stage.resets();
        int from = stage.resetRow(row);
        boolean losesInput = reset == ResetRule.ZERO && !parameters.neurons().zeroKeepsInput();
        for (int k = resets.start(from); k < resets.end(from); k++) {
            int i = resets.indices()[k];
            if (reset == ResetRule.SUBTRACT) {
                thresholdGradient[i] -= membrane[i];
            } else if (losesInput) {
                membrane[i] = 0;
            }
        }
    }

    private void throughInput(int row, int b, float[] membrane, float[] input) {
        if (parameters.neurons().hasCurrent()) {
            float[] current = carriedCurrent[b];
            Kernels.add(current, membrane, size);
            System.arraycopy(current, 0, input, 0, size);
            if (!isFirst(row) && parameters.learns("alpha")) {
                Kernels.addProduct(alphaGradient, stage.currents()[row - stage.samples()], current, size);
            }
            Kernels.multiply(current, parameters.alpha(), size);
        } else {
            System.arraycopy(membrane, 0, input, 0, size);
        }
        if (!isFirst(row)) {
            forgetOldPotentials(row, membrane);
            if (parameters.learns("beta")) {
                Kernels.addProduct(betaGradient, stage.membranes()[row - stage.samples()], membrane, size);
            }
        }
        Kernels.multiply(membrane, parameters.beta(), size);
    }

    /** After a reset to zero that keeps the input, no gradient reaches the old potential. */
    private void forgetOldPotentials(int row, float[] membrane) {
        if (reset != ResetRule.ZERO || !parameters.neurons().zeroKeepsInput()) {
            return;
        }
        SpikeRows resets = stage.resets();
        int from = stage.resetRow(row);
        for (int k = resets.start(from); k < resets.end(from); k++) {
            membrane[resets.indices()[k]] = 0;
        }
    }

    @Override
    protected void addCollected(SliceGradients to) {
        parameters.addGradient("alpha", alphaGradient, true, to);
        parameters.addGradient("beta", betaGradient, true, to);
        parameters.addGradient("threshold", thresholdGradient, false, to);
    }

    @Override
    protected void addSizeGradient(float[] gradient, SliceGradients to) {
        parameters.addSizeGradient(gradient, to);
    }
}
