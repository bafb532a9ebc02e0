package ganglion.learning.reference.layer;

import ganglion.learning.delay.SpreadSynapses;
import ganglion.learning.model.FiringLayer;
import ganglion.learning.model.FiringLayer.Recurrence;

/** The contribution of a layer's spikes to its own input one step later, or one step and the delay of a synapse later. */
final class RecurrentInput {

    private final boolean recurrent;
    private final int size;
    private final double[] weight;
    private final double[] bias;
    private final double[] weightGradient;
    private final double[] biasGradient;
    /** {@code null} without delays. */
    private final SpreadSynapses delays;

    RecurrentInput(FiringLayer layer, int size, LayerParameters parameters) {
        this.recurrent = layer.recurrence() != Recurrence.NONE;
        this.size = size;
        this.weight = parameters.values("recurrent_weight");
        this.bias = parameters.values("recurrent_bias", new double[size]);
        this.weightGradient = parameters.gradient("recurrent_weight");
        this.biasGradient = parameters.gradient("recurrent_bias", size);
        this.delays = layer.recurrentDelays().active()
                ? new SpreadSynapses(
                        layer.recurrentDelays(),
                        parameters.values(FiringLayer.RECURRENT_DELAY),
                        parameters.gradient(FiringLayer.RECURRENT_DELAY),
                        parameters.learns(FiringLayer.RECURRENT_DELAY))
                : null;
    }

    /** Begins a training step; see {@link ReferenceLayer#begin}. */
    void begin(double progress) {
        if (delays != null) {
            delays.begin(progress);
        }
    }

    /** Begins a forward pass: reads the present delays. */
    void beginForward(boolean training) {
        if (delays != null) {
            delays.read(training);
        }
    }

    /**
     * Adds to the input of one sample at a step what spikes before it cause.
     *
     * @param spikes of the layer, present up to the step before
     */
    void addTo(double[] input, Sequence spikes, int step, int sample) {
        for (int i = 0; recurrent && i < size; i++) {
            double sum = 0;
            for (int j = 0; j < size; j++) {
                sum += weight[i * size + j] * arriving(spikes, step, sample, i, j);
            }
            input[i] += sum + bias[i];
        }
    }

    /** What arrives at a step of the spikes of one neuron at another. */
    private double arriving(Sequence spikes, int step, int sample, int to, int from) {
        if (delays == null) {
            return before(spikes, step - 1, sample, from);
        }
        int synapse = to * size + from;
        double sum = 0;
        for (int j = 0; j < delays.steps(); j++) {
            sum += delays.share(synapse, j) * before(spikes, step - 1 - delays.first(synapse) - j, sample, from);
        }
        return sum;
    }

    private static double before(Sequence spikes, int step, int sample, int neuron) {
        return step < 0 ? 0 : spikes.at(step, sample, neuron);
    }

    /**
     * Turns gradients of the input of a step into those of the spikes before, which are added to {@code spikeGradients}. Steps
     * come in descending order.
     */
    void backward(Sequence gradients, Sequence spikes, Sequence spikeGradients, int step, int sample) {
        for (int i = 0; recurrent && i < size; i++) {
            double gradient = gradients.at(step, sample, i);
            biasGradient[i] += gradient;
            for (int j = 0; j < size; j++) {
                int synapse = i * size + j;
                weightGradient[synapse] += gradient * arriving(spikes, step, sample, i, j);
                backward(spikes, spikeGradients, step, sample, j, synapse, gradient * weight[synapse]);
            }
        }
    }

    /** What a synapse hands back. */
    private void backward(
            Sequence spikes, Sequence spikeGradients, int step, int sample, int from, int synapse, double gradient) {
        if (delays == null) {
            add(spikeGradients, step - 1, sample, from, gradient);
            return;
        }
        for (int j = 0; j < delays.steps(); j++) {
            int then = step - 1 - delays.first(synapse) - j;
            add(spikeGradients, then, sample, from, gradient * delays.share(synapse, j));
            delays.addGradient(synapse, j, gradient * before(spikes, then, sample, from));
        }
    }

    private static void add(Sequence gradients, int step, int sample, int neuron, double gradient) {
        if (step >= 0) {
            gradients.values()[gradients.row(step, sample) + neuron] += gradient;
        }
    }
}
