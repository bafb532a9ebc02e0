package ganglion.learning.fast.connection;

import ganglion.learning.fast.arithmetic.ByTarget;
import ganglion.learning.fast.arithmetic.FloatParameter;
import ganglion.learning.fast.arithmetic.Kernels;
import ganglion.learning.fast.arithmetic.Products;
import ganglion.learning.fast.arithmetic.SliceGradients;
import ganglion.learning.fast.arithmetic.SpikeRows;
import ganglion.learning.fast.arithmetic.SpikesByNeuron;
import ganglion.learning.fast.arithmetic.StepInput;
import java.util.Arrays;

/** Every input to every output. Spikes add rows of weights, numbers make products of matrices. */
public final class DenseConnection implements FastConnection {

    private final FloatParameter weight;
    private final FloatParameter bias;
    private final ByTarget byTarget;
    private final SliceGradients gradients;
    private final int outputs;
    private final SpikesByNeuron byNeuron;
    private boolean spikesLater;

    /** @param bias {@code null} if there is none */
    public DenseConnection(FloatParameter weight, FloatParameter bias, ByTarget byTarget, SliceGradients gradients) {
        this.weight = weight;
        this.bias = bias;
        this.byTarget = byTarget;
        this.gradients = gradients;
        this.outputs = weight.rows()[0].length;
        this.byNeuron = new SpikesByNeuron(weight.rows().length);
    }

    /** The weights, rows by source. */
    public FloatParameter weight() {
        return weight;
    }

    @Override
    public int outputSize() {
        return outputs;
    }

    @Override
    public void forward(StepInput input, float[][] output) {
        for (int b = 0; b < input.samples(); b++) {
            if (bias == null) {
                Arrays.fill(output[b], 0);
            } else {
                System.arraycopy(bias.rows()[0], 0, output[b], 0, outputs);
            }
            if (input.isSpikes()) {
                input.spikes().gather(input.row(b), weight.rows(), output[b]);
            }
        }
        if (!input.isSpikes()) {
            float[][] rows = weight.rows();
            Products.addScaledRows(output, input.samples(), input.rows(), rows, rows.length, outputs);
        }
    }

    @Override
    public void backward(StepInput input, float[][] outputGradient, float[][] inputGradient) {
        addBiasGradient(input.samples(), outputGradient);
        if (weight.trainable()) {
            addWeightGradient(input, outputGradient);
        }
        if (inputGradient != null) {
            backwardToInput(input.samples(), outputGradient, inputGradient);
        }
    }

    /** The part of {@link #backward} that concerns the bias. */
    public void addBiasGradient(int samples, float[][] outputGradient) {
        if (bias != null) {
            float[] gradient = gradients.of(bias)[0];
            for (int b = 0; b < samples; b++) {
                Kernels.add(gradient, outputGradient[b], outputs);
            }
        }
    }

    /** Leaves the gradient of weights that spikes go through to {@link #finish}. */
    void deferSpikes() {
        spikesLater = true;
    }

    private void addWeightGradient(StepInput input, float[][] outputGradient) {
        if (!spikesLater || !input.isSpikes()) {
            float[][] gradient = gradients.of(weight);
            Products.addOuter(gradient, 0, gradient.length, input.rows(), outputGradient, input.samples());
        }
    }

    /**
     * Adds to the gradients of weights that spikes went through, once {@link #backward} has been through all steps.
     *
     * @param rows number of steps times samples
     * @param outputGradients those of all rows
     */
    void finish(SpikeRows spikes, int rows, float[][] outputGradients) {
        if (weight.trainable()) {
            byNeuron.scatter(spikes, rows, gradients.of(weight), outputGradients, 0);
        }
    }

    private void backwardToInput(int samples, float[][] outputGradient, float[][] inputGradient) {
        for (int b = 0; b < samples; b++) {
            Arrays.fill(inputGradient[b], 0);
        }
        Products.addScaledRows(inputGradient, samples, outputGradient, byTarget.rows(), outputs, weight.rows().length);
    }
}
