package ganglion.learning.model;

import ganglion.learning.model.Parameter.ParameterShape;
import java.util.Arrays;

/**
 * How a parameter of neurons starts and whether it is learned.
 *
 * @param initial value to start from
 * @param perNeuron whether each neuron has its own value rather than one for the layer
 * @param trainable whether it is learned
 */
public record Setting(double initial, boolean perNeuron, boolean trainable) {

    /** @throws IllegalArgumentException if the value is not a finite number */
    public Setting {
        if (!Double.isFinite(initial)) {
            throw new IllegalArgumentException("a neuron's parameter is " + initial + ", expected a finite number");
        }
    }

    /** One fixed value for the layer. */
    public static Setting fixed(double value) {
        return new Setting(value, false, false);
    }

    /** A learned value for each neuron. */
    public static Setting learnedPerNeuron(double initial) {
        return new Setting(initial, true, true);
    }

    /** A learned value for the layer. */
    public static Setting learned(double initial) {
        return new Setting(initial, false, true);
    }

    ParameterShape shape(String name, int neurons) {
        return perNeuron ? new ParameterShape(name, trainable, neurons) : new ParameterShape(name, trainable);
    }

    Parameter create(String name, int neurons) {
        double[] values = new double[perNeuron ? neurons : 1];
        Arrays.fill(values, initial);
        return new Parameter(name, shape(name, neurons).extents(), trainable, values);
    }
}
