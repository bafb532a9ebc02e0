package ganglion.learning.fast;

import ganglion.learning.fast.arithmetic.ByTarget;
import ganglion.learning.fast.arithmetic.FloatParameter;
import ganglion.learning.fast.arithmetic.Kernels;
import ganglion.learning.fast.arithmetic.Products;
import ganglion.learning.fast.arithmetic.SliceGradients;
import ganglion.learning.fast.arithmetic.SpikeRows;
import ganglion.learning.fast.arithmetic.SpikesByNeuron;
import ganglion.learning.fast.delay.RecurrentDelays;
import ganglion.learning.fast.delay.SpreadTable;
import ganglion.learning.model.FiringLayer;
import ganglion.learning.model.FiringLayer.Recurrence;
import java.util.Map;

/**
 * The spikes of a layer that reach the layer itself one step later, and their gradients. Where synapses have delays, a slice computes
 * that by itself, and this adds the bias alone. Shared by all slices.
 */
final class FastRecurrence {

    private final Recurrence recurrence;
    private final int size;
    private final FloatParameter weight;
    private final FloatParameter bias;
    private final ByTarget byTarget;
    private final RecurrentDelays delays;
    /** Value of a spike of each neuron; {@code null} if all are 1. */
    private final float[] spikeSizes;

    /** @param parameters of the layer: {@code recurrent_weight} where there is any, {@code recurrent_bias} if the layer has one */
    FastRecurrence(FiringLayer layer, int size, Map<String, FloatParameter> parameters) {
        this(layer, size, parameters, null);
    }

    /**
     * The recurrence of neurons whose spikes may be graded.
     *
     * @param spikeSizes value of a spike of each neuron; read anew at each step; {@code null} if all are 1, as they are where synapses have
     *     delays
     */
    FastRecurrence(FiringLayer layer, int size, Map<String, FloatParameter> parameters, float[] spikeSizes) {
        this.spikeSizes = spikeSizes;
        this.recurrence = layer.recurrence();
        this.size = size;
        this.weight = parameters.get("recurrent_weight");
        this.bias = parameters.get("recurrent_bias");
        this.delays = layer.recurrentDelays().active()
                ? new RecurrentDelays(
                        new SpreadTable(layer.recurrentDelays(), weight, parameters.get(FiringLayer.RECURRENT_DELAY)))
                : null;
        this.byTarget = recurrence == Recurrence.ALL_TO_ALL && delays == null ? new ByTarget(weight) : null;
    }

    /** How the synapses delay spikes; {@code null} if they do not. */
    RecurrentDelays delays() {
        return delays;
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
        if (recurrence == Recurrence.NONE) {
            return input;
        }
        for (int b = 0; b < samples; b++) {
            if (input != drive) {
                System.arraycopy(input[b], 0, drive[b], 0, size);
            }
            if (bias != null) {
                Kernels.add(drive[b], bias.rows()[0], size);
            }
            if (step > 0 && delays == null) {
                addSpikes(drive[b], spikes, (step - 1) * samples + b);
            }
        }
        return drive;
    }

    private void addSpikes(float[] drive, SpikeRows spikes, int before) {
        float[][] weights = weight.rows();
        if (recurrence == Recurrence.ALL_TO_ALL && spikeSizes == null) {
            spikes.gather(before, weights, drive);
            return;
        }
        for (int k = spikes.start(before); k < spikes.end(before); k++) {
            int i = spikes.indices()[k];
            if (recurrence == Recurrence.ALL_TO_ALL) {
                Kernels.addScaled(drive, spikeSizes[i], weights[i], size);
            } else {
                drive[i] += sizeOf(i) * weights[0][i];
            }
        }
    }

    private float sizeOf(int neuron) {
        return spikeSizes == null ? 1 : spikeSizes[neuron];
    }

    /**
     * Adds to the gradients of what neurons gave at a step its effect on the next step of the same layer.
     *
     * @param inputGradients of all steps, that of the next included
     */
    void addToSpikes(float[][] spikeGradient, int step, int samples, float[][] inputGradients) {
        if (recurrence == Recurrence.NONE) {
            return;
        }
        float[][] later = new float[samples][];
        for (int b = 0; b < samples; b++) {
            later[b] = inputGradients[(step + 1) * samples + b];
        }
        if (recurrence == Recurrence.ALL_TO_ALL) {
            Products.addScaledRows(spikeGradient, samples, later, byTarget.rows(), size, size);
        } else {
            for (int b = 0; b < samples; b++) {
                Kernels.addProduct(spikeGradient[b], weight.rows()[0], later[b], size);
            }
        }
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
        if (recurrence == Recurrence.ALL_TO_ALL && rows > 0 && delays == null) {
            addGradients(rows, samples, spikes, inputGradients, byNeuron, gradients.of(weight));
        } else if (recurrence == Recurrence.ONE_TO_ONE) {
            float[] gradient = gradients.of(weight)[0];
            for (int r = 0; r < rows; r++) {
                for (int k = spikes.start(r); k < spikes.end(r); k++) {
                    int i = spikes.indices()[k];
                    gradient[i] += sizeOf(i) * inputGradients[r + samples][i];
                }
            }
        }
    }

    private void addGradients(
            int rows,
            int samples,
            SpikeRows spikes,
            float[][] inputGradients,
            SpikesByNeuron byNeuron,
            float[][] gradient) {
        if (spikeSizes == null) {
            byNeuron.scatter(spikes, rows, gradient, inputGradients, samples);
            return;
        }
        float[][] ofWholeSpikes = new float[size][size];
        byNeuron.scatter(spikes, rows, ofWholeSpikes, inputGradients, samples);
        for (int i = 0; i < size; i++) {
            Kernels.addScaled(gradient[i], spikeSizes[i], ofWholeSpikes[i], size);
        }
    }
}
