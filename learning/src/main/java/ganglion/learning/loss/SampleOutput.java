package ganglion.learning.loss;

import java.util.Arrays;

/**
 * Spikes and membrane potentials of the output neurons for one sample, and room for the gradients of a loss with respect to
 * them. Reused from sample to sample; not thread safe.
 */
public final class SampleOutput {

    private final int steps;
    private final int outputs;
    private final double[] spikes;
    private final double[] membranes;
    private final double[] spikeGradients;
    private final double[] membraneGradients;
    private int label;
    private int index;

    /**
     * @param steps number of steps, at least 1
     * @param outputs number of output neurons
     */
    public SampleOutput(int steps, int outputs) {
        this.steps = steps;
        this.outputs = outputs;
        this.spikes = new double[steps * outputs];
        this.membranes = new double[steps * outputs];
        this.spikeGradients = new double[steps * outputs];
        this.membraneGradients = new double[steps * outputs];
    }

    /** Starts the next sample: its class, its position in the batch, and gradients of zero. */
    public void begin(int sampleLabel, int sampleIndex) {
        label = sampleLabel;
        index = sampleIndex;
        Arrays.fill(spikeGradients, 0);
        Arrays.fill(membraneGradients, 0);
    }

    /** Sets spike and potential of an output neuron at a step. */
    public void set(int step, int output, double spike, double membrane) {
        spikes[step * outputs + output] = spike;
        membranes[step * outputs + output] = membrane;
    }

    /** Number of steps. */
    public int steps() {
        return steps;
    }

    /** Number of output neurons. */
    public int outputs() {
        return outputs;
    }

    /** Class of the sample, from 0. */
    public int label() {
        return label;
    }

    /** Position of the sample in its batch, from 0. */
    public int index() {
        return index;
    }

    /** What an output neuron emitted at a step: 0 or 1. */
    public double spike(int step, int output) {
        return spikes[step * outputs + output];
    }

    /** Membrane potential of an output neuron after a step. */
    public double membrane(int step, int output) {
        return membranes[step * outputs + output];
    }

    /** Sum of what an output neuron emitted. */
    public double count(int output) {
        double sum = 0;
        for (int t = 0; t < steps; t++) {
            sum += spike(t, output);
        }
        return sum;
    }

    /** Adds to the gradient of the loss with respect to a spike. */
    public void addSpikeGradient(int step, int output, double gradient) {
        spikeGradients[step * outputs + output] += gradient;
    }

    /** Adds as much to the gradient of each spike of an output neuron. */
    void addSpikeGradients(int output, double gradient) {
        for (int t = 0; t < steps; t++) {
            addSpikeGradient(t, output, gradient);
        }
    }

    /** Sum of the shares that the membrane potentials of an output neuron have in their mean. */
    double meanMembrane(int output) {
        double mean = 0;
        for (int t = 0; t < steps; t++) {
            mean += membrane(t, output) / steps;
        }
        return mean;
    }

    /** Adds to the gradient of the mean potential of an output neuron. */
    void addMeanMembraneGradient(int output, double gradient) {
        for (int t = 0; t < steps; t++) {
            addMembraneGradient(t, output, gradient / steps);
        }
    }

    /** Adds to the gradient of the loss with respect to a membrane potential. */
    public void addMembraneGradient(int step, int output, double gradient) {
        membraneGradients[step * outputs + output] += gradient;
    }

    /** Gradient of the loss with respect to a spike. */
    public double spikeGradient(int step, int output) {
        return spikeGradients[step * outputs + output];
    }

    /** Gradient of the loss with respect to a membrane potential. */
    public double membraneGradient(int step, int output) {
        return membraneGradients[step * outputs + output];
    }
}
