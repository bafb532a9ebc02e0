package ganglion.learning.reference.layer;

import ganglion.learning.model.Recurrence;

/** The contribution of a layer's spikes at one step to its own input at the next. */
final class RecurrentInput {

    private final Recurrence recurrence;
    private final int size;
    private final double[] weight;
    private final double[] bias;
    private final double[] weightGradient;
    private final double[] biasGradient;

    RecurrentInput(Recurrence recurrence, int size, LayerParameters parameters) {
        this.recurrence = recurrence;
        this.size = size;
        this.weight = parameters.values("recurrent_weight");
        this.bias = parameters.values("recurrent_bias", new double[size]);
        this.weightGradient = parameters.gradient("recurrent_weight");
        this.biasGradient = parameters.gradient("recurrent_bias", size);
    }

    /** Adds to the input of one sample; the spikes of the step before start at {@code from}. */
    void addTo(double[] input, double[] spikes, int from) {
        for (int i = 0; i < size; i++) {
            switch (recurrence) {
                case NONE -> {}
                case ONE_TO_ONE -> input[i] += weight[i] * spikes[from + i];
                case ALL_TO_ALL -> {
                    double sum = 0;
                    for (int j = 0; j < size; j++) {
                        sum += weight[i * size + j] * spikes[from + j];
                    }
                    input[i] += sum + bias[i];
                }
            }
        }
    }

    /** Turns gradients of the input, from {@code at} on, into those of the spikes before, added from {@code to} on. */
    void backward(double[] gradients, int at, double[] spikes, int from, double[] spikeGradients, int to) {
        for (int i = 0; i < size; i++) {
            double gradient = gradients[at + i];
            switch (recurrence) {
                case NONE -> {}
                case ONE_TO_ONE -> {
                    weightGradient[i] += gradient * spikes[from + i];
                    spikeGradients[to + i] += gradient * weight[i];
                }
                case ALL_TO_ALL -> {
                    biasGradient[i] += gradient;
                    for (int j = 0; j < size; j++) {
                        weightGradient[i * size + j] += gradient * spikes[from + j];
                        spikeGradients[to + j] += gradient * weight[i * size + j];
                    }
                }
            }
        }
    }
}
