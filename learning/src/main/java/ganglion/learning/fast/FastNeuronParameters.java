package ganglion.learning.fast;

import ganglion.learning.fast.arithmetic.ByTarget;
import ganglion.learning.fast.arithmetic.FloatParameter;
import ganglion.learning.fast.arithmetic.SliceGradients;
import ganglion.learning.model.Neurons;
import ganglion.learning.model.Recurrence;
import java.util.Arrays;
import java.util.Map;

/** Parameters of a layer of neurons, one value per neuron whether shared or not, decays clamped. Shared by all slices. */
final class FastNeuronParameters {

    private final Neurons neurons;
    private final int size;
    private final Map<String, FloatParameter> parameters;
    private final float[] alpha;
    private final float[] beta;
    private final float[] threshold;
    private final ByTarget recurrentByTarget;

    FastNeuronParameters(Neurons neurons, int size, Map<String, FloatParameter> parameters) {
        this.neurons = neurons;
        this.size = size;
        this.parameters = parameters;
        this.alpha = new float[size];
        this.beta = new float[size];
        this.threshold = new float[size];
        this.recurrentByTarget =
                neurons.recurrence() == Recurrence.ALL_TO_ALL ? new ByTarget(parameters.get("recurrent_weight")) : null;
        refresh();
    }

    /** Reads the present values. */
    void refresh() {
        expand("alpha", alpha, true);
        expand("beta", beta, true);
        expand("threshold", threshold, false);
        if (!neurons.fires()) {
            Arrays.fill(threshold, Float.POSITIVE_INFINITY);
        }
        if (recurrentByTarget != null) {
            recurrentByTarget.refresh();
        }
    }

    private void expand(String name, float[] to, boolean decay) {
        FloatParameter parameter = parameters.get(name);
        if (parameter == null) {
            return;
        }
        float[] values = parameter.rows()[0];
        for (int i = 0; i < size; i++) {
            float value = values[values.length == 1 ? 0 : i];
            to[i] = decay ? Math.max(0, Math.min(1, value)) : value;
        }
    }

    Neurons neurons() {
        return neurons;
    }

    int size() {
        return size;
    }

    float[] alpha() {
        return alpha;
    }

    float[] beta() {
        return beta;
    }

    float[] threshold() {
        return threshold;
    }

    /** Recurrent weights by source neuron, or one row of them if each neuron sees itself only. */
    FloatParameter recurrentWeight() {
        return parameters.get("recurrent_weight");
    }

    FloatParameter recurrentBias() {
        return parameters.get("recurrent_bias");
    }

    /** Recurrent weights by target neuron. */
    float[][] recurrentByTarget() {
        return recurrentByTarget.rows();
    }

    boolean learns(String name) {
        FloatParameter parameter = parameters.get(name);
        return parameter != null && parameter.trainable();
    }

    /** Adds gradients, one per neuron, to those of a parameter; the clamp of a decay passes on what is within 0..1. */
    void addGradient(String name, float[] perNeuron, boolean decay, SliceGradients gradients) {
        if (!learns(name)) {
            return;
        }
        FloatParameter parameter = parameters.get(name);
        float[] values = parameter.rows()[0];
        float[] gradient = gradients.of(parameter)[0];
        for (int i = 0; i < size; i++) {
            int k = values.length == 1 ? 0 : i;
            if (!decay || values[k] >= 0 && values[k] <= 1) {
                gradient[k] += perNeuron[i];
            }
        }
    }
}
