package ganglion.learning.fast;

import ganglion.learning.fast.arithmetic.ByTarget;
import ganglion.learning.fast.arithmetic.FloatParameter;
import ganglion.learning.fast.arithmetic.Kernels;
import ganglion.learning.fast.arithmetic.Products;
import ganglion.learning.fast.arithmetic.SliceGradients;
import ganglion.learning.fast.arithmetic.SpikeRows;
import ganglion.learning.fast.arithmetic.SpikesByNeuron;
import ganglion.learning.model.FiringLayer;
import ganglion.learning.model.FiringLayer.Recurrence;
import java.util.Map;

/**
 * The spikes of a layer that reach the layer itself one step later, and their gradients. Shared by all slices.
 */
final class FastRecurrence {

    private final boolean recurrent;
    private final int size;
    private final FloatParameter weight;
    private final FloatParameter bias;
    private final ByTarget byTarget;

    /** @param parameters of the layer: {@code recurrent_weight} where there is any, {@code recurrent_bias} if the layer has one */
    FastRecurrence(FiringLayer layer, int size, Map<String, FloatParameter> parameters) {
        this.recurrent = layer.recurrence() != Recurrence.NONE;
        this.size = size;
        this.weight = parameters.get("recurrent_weight");
        this.bias = parameters.get("recurrent_bias");
        this.byTarget = recurrent ? new ByTarget(weight) : null;
    }

    /** Reads the present weights. */
    void refresh() {
        if (byTarget != null) {
            byTarget.refresh();
        }
    }

    /**
     * Adds to the input of a step what the spikes of the step before cause.
     *
     * @param input one row per sample
     * @param drive rows that receive the sum, perhaps the input itself
     * @return the input if there is no recurrence, otherwise the sum
     */
    float[][] addTo(float[][] input, float[][] drive, int samples, int step, SpikeRows spikes) {
        if (!recurrent) {
            return input;
        }
        for (int b = 0; b < samples; b++) {
            if (input != drive) {
                System.arraycopy(input[b], 0, drive[b], 0, size);
            }
            if (bias != null) {
                Kernels.add(drive[b], bias.rows()[0], size);
            }
            if (step > 0) {
                spikes.gather((step - 1) * samples + b, weight.rows(), drive[b]);
            }
        }
        return drive;
    }

    /**
     * Adds to the gradients of what neurons gave at a step its effect on the next step of the same layer.
     *
     * @param inputGradients of all steps, that of the next included
     */
    void addToSpikes(float[][] spikeGradient, int step, int samples, float[][] inputGradients) {
        if (!recurrent) {
            return;
        }
        float[][] later = new float[samples][];
        for (int b = 0; b < samples; b++) {
            later[b] = inputGradients[(step + 1) * samples + b];
        }
        Products.addScaledRows(spikeGradient, samples, later, byTarget.rows(), size, size);
    }

    /** Adds the gradients of weights and bias: the spikes of a step go to the input of the next. */
    void addGradients(
            int steps,
            int samples,
            SpikeRows spikes,
            float[][] inputGradients,
            SpikesByNeuron byNeuron,
            SliceGradients gradients) {
        int rows = (steps - 1) * samples;
        if (bias != null) {
            for (int r = 0; r < rows + samples; r++) {
                Kernels.add(gradients.of(bias)[0], inputGradients[r], size);
            }
        }
        if (recurrent && rows > 0) {
            byNeuron.scatter(spikes, rows, gradients.of(weight), inputGradients, samples);
        }
    }
}
