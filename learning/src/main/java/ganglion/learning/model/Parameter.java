package ganglion.learning.model;

import java.util.Arrays;
import java.util.Objects;

/**
 * The values of one parameter of a layer, such as a weight matrix. The only part of a model that changes: engines write
 * back to it what they have learned. Not thread safe.
 */
public final class Parameter {

    private final String name;
    private final int[] shape;
    private final boolean trainable;
    private final double[] values;

    /**
     * @param name unique in its layer
     * @param shape extents, row-major; none for a single number
     * @param trainable whether training changes it
     * @param values as many as the shape says; taken over, not copied
     * @throws IllegalArgumentException if there are more or fewer values than the shape says
     */
    public Parameter(String name, int[] shape, boolean trainable, double[] values) {
        this.name = Objects.requireNonNull(name, "name");
        this.shape = shape.clone();
        this.trainable = trainable;
        this.values = values;
        if (Arrays.stream(shape).asLongStream().reduce(1, (a, b) -> a * b) != values.length) {
            throw new IllegalArgumentException("parameter " + name + " of shape " + Arrays.toString(shape)
                    + " cannot have " + values.length + " values");
        }
    }

    /** Name, unique in its layer. */
    public String name() {
        return name;
    }

    /** Extents, row-major; empty for a single number. */
    public int[] shape() {
        return shape.clone();
    }

    /** Whether training changes it. */
    public boolean trainable() {
        return trainable;
    }

    /** Number of values. */
    public int size() {
        return values.length;
    }

    /** The live values, row-major: writing here changes the model. */
    public double[] values() {
        return values;
    }

    /** The value for a neuron: its own, or the one that the layer shares. */
    public double at(int neuron) {
        return values.length == 1 ? values[0] : values[neuron];
    }

    /** A copy with its own values. */
    public Parameter copy() {
        return new Parameter(name, shape, trainable, values.clone());
    }

    @Override
    public String toString() {
        return name + Arrays.toString(shape);
    }
}
