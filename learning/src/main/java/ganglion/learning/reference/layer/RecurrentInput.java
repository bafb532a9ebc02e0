package ganglion.learning.reference.layer;

import ganglion.learning.model.FiringLayer;
import ganglion.learning.model.FiringLayer.Recurrence;

/** The contribution of a layer's spikes to its own input one step later. */
final class RecurrentInput {

    private final boolean recurrent;
    private final int size;
    private final double[] weight;
    private final double[] bias;
    private final double[] weightGradient;
    private final double[] biasGradient;

    RecurrentInput(FiringLayer layer, int size, LayerParameters parameters) {
        this.recurrent = layer.recurrence() != Recurrence.NONE;
        this.size = size;
        this.weight = parameters.values("recurrent_weight");
        this.bias = parameters.values("recurrent_bias", new double[size]);
        this.weightGradient = parameters.gradient("recurrent_weight");
        this.biasGradient = parameters.gradient("recurrent_bias", size);
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
                sum += weight[i * size + j] * before(spikes, step - 1, sample, j);
            }
            input[i] += sum + bias[i];
        }
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
                weightGradient[synapse] += gradient * before(spikes, step - 1, sample, j);
                add(spikeGradients, step - 1, sample, j, gradient * weight[synapse]);
            }
        }
    }

    private static void add(Sequence gradients, int step, int sample, int neuron, double gradient) {
        if (step >= 0) {
            gradients.values()[gradients.row(step, sample) + neuron] += gradient;
        }
    }
}
