package ganglion.learning.fast.neuron;

import ganglion.learning.fast.arithmetic.FloatParameter;
import ganglion.learning.fast.arithmetic.SliceGradients;
import ganglion.learning.model.neuron.BalancedNeurons;
import java.util.Arrays;
import java.util.Map;

/** Turns and damping of a layer of {@link BalancedNeurons}, one value per neuron. */
public final class BalancedParameters implements FiringParameters {

    private final BalancedNeurons neurons;
    private final int size;
    private final Map<String, FloatParameter> parameters;
    private final FastRecurrence recurrence;
    private final float[] threshold;
    private final float[] turn;
    private final float[] keep;

    /** @param parameters of the layer, by name */
    public BalancedParameters(BalancedNeurons neurons, int size, Map<String, FloatParameter> parameters) {
        this.neurons = neurons;
        this.size = size;
        this.parameters = parameters;
        this.recurrence = new FastRecurrence(neurons, size, parameters);
        this.threshold = new float[size];
        this.turn = new float[size];
        this.keep = new float[size];
        Arrays.fill(threshold, (float) neurons.threshold());
        refresh();
    }

    @Override
    public void refresh() {
        for (int i = 0; i < size; i++) {
            turn[i] = (float) neurons.turn(value("omega", i));
            keep[i] = (float) neurons.keep(value("omega", i), value("b_offset", i));
        }
        recurrence.refresh();
    }

    @Override
    public FiringPass pass(SliceGradients gradients) {
        BalancedStage stage = new BalancedStage(this);
        return new FiringPass(stage, new BalancedBackward(stage, gradients));
    }

    /** Within the bounds but for a hair, by which single precision may miss them. */
    private double value(String name, int neuron) {
        return neurons.rangeOf(name).clamp(parameters.get(name).rows()[0][neuron]);
    }

    /** Turns gradients with respect to turns, and to what is kept, into those of the parameters, and adds them. */
    void addGradients(float[] toTurn, float[] toKeep, SliceGradients gradients) {
        if (!neurons.learned()) {
            return;
        }
        float[] omega = gradients.of(parameters.get("omega"))[0];
        float[] offset = gradients.of(parameters.get("b_offset"))[0];
        for (int i = 0; i < size; i++) {
            double throughTurn = toTurn[i] + toKeep[i] * neurons.keepSlope(value("omega", i));
            omega[i] += (float) (neurons.step() * throughTurn);
            offset[i] -= (float) (neurons.step() * toKeep[i]);
        }
    }

    BalancedNeurons neurons() {
        return neurons;
    }

    int size() {
        return size;
    }

    @Override
    public FastRecurrence recurrence() {
        return recurrence;
    }

    float[] threshold() {
        return threshold;
    }

    float[] turn() {
        return turn;
    }

    /** What is kept of both variables without the refractory term. */
    float[] keep() {
        return keep;
    }
}
