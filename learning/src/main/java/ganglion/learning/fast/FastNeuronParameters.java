package ganglion.learning.fast;

import ganglion.learning.fast.FiringStage.FiringParameters;
import ganglion.learning.fast.arithmetic.FloatParameter;
import ganglion.learning.fast.arithmetic.SliceGradients;
import ganglion.learning.model.Neurons;
import java.util.Arrays;
import java.util.Map;

/** Parameters of a layer of neurons, one value per neuron whether shared or not, decays clamped. Shared by all slices. */
final class FastNeuronParameters implements FiringParameters {

    private final Neurons neurons;
    private final int size;
    private final Map<String, FloatParameter> parameters;
    private final float[] alpha;
    private final float[] beta;
    private final float[] threshold;
    private final FastRecurrence recurrence;

    FastNeuronParameters(Neurons neurons, int size, Map<String, FloatParameter> parameters) {
        this.neurons = neurons;
        this.size = size;
        this.parameters = parameters;
        this.alpha = new float[size];
        this.beta = new float[size];
        this.threshold = new float[size];
        this.recurrence = new FastRecurrence(neurons, size, parameters);
        refresh();
    }

    @Override
    public void refresh() {
        expand("alpha", alpha, true);
        expand("beta", beta, true);
        expand("threshold", threshold, false);
        if (!neurons.fires()) {
            Arrays.fill(threshold, Float.POSITIVE_INFINITY);
        }
        recurrence.refresh();
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

    @Override
    public FastRecurrence recurrence() {
        return recurrence;
    }

    @Override
    public FiringStage stage(SliceGradients gradients) {
        return new NeuronStage(this, gradients);
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
