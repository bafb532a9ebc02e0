package ganglion.learning.model;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;

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

    /** A copy with its own values. */
    public Parameter copy() {
        return new Parameter(name, shape, trainable, values.clone());
    }

    @Override
    public String toString() {
        return name + Arrays.toString(shape);
    }

    /**
     * A parameter that a layer has.
     *
     * @param name unique in its layer
     * @param trainable whether training changes it
     * @param extents row-major; none for a single number
     */
    public record ParameterShape(String name, boolean trainable, int... extents) {

        /** Number of values. */
        public long size() {
            return Arrays.stream(extents).asLongStream().reduce(1, Math::multiplyExact);
        }

        /** Whether a parameter has this name and these extents. */
        public boolean fits(Parameter parameter) {
            return name.equals(parameter.name()) && Arrays.equals(extents, parameter.shape());
        }

        /** Compares the parameters given for a layer with those that the layer has. */
        static void check(int index, Layer layer, LayerShape input, List<Parameter> given) {
            String place = "layer " + index + ", " + layer.kind() + ": ";
            List<ParameterShape> expected = layer.parameterShapes(input);
            List<String> names = expected.stream().map(ParameterShape::name).toList();
            if (!names.equals(given.stream().map(Parameter::name).toList())) {
                throw new IllegalArgumentException(place + "found the parameters "
                        + given.stream().map(Parameter::name).toList() + ", expected " + names);
            }
            for (int p = 0; p < given.size(); p++) {
                if (!expected.get(p).fits(given.get(p))) {
                    throw new IllegalArgumentException(place + "parameter " + names.get(p) + " has the shape "
                            + Arrays.toString(given.get(p).shape()) + ", expected "
                            + Arrays.toString(expected.get(p).extents()));
                }
                checkRange(place, given.get(p), layer.rangeOf(names.get(p)));
            }
        }

        private static void checkRange(String place, Parameter parameter, Span range) {
            for (int i = 0; range.bounded() && i < parameter.size(); i++) {
                double value = parameter.values()[i];
                if (!range.contains(value)) {
                    throw new IllegalArgumentException(place + "value " + i + " of parameter " + parameter.name()
                            + " is " + value + ", expected a number from " + range.low() + " to " + range.high());
                }
            }
        }
    }

    /** Starting values of weights. */
    static final class Initial {

        private Initial() {}

        /**
         * Uniform within {@code +-1/sqrt(fanIn)}, PyTorch's default for linear and convolutional layers (He et al.,
         * "Delving deep into rectifiers", ICCV 2015, with a negative slope of sqrt(5)).
         */
        static List<Parameter> uniform(List<ParameterShape> shapes, int fanIn, SplittableRandom random) {
            return shapes.stream().map(shape -> uniform(shape, fanIn, random)).toList();
        }

        private static Parameter uniform(ParameterShape shape, int fanIn, SplittableRandom random) {
            double bound = 1 / Math.sqrt(fanIn);
            double[] values = new double[Math.toIntExact(shape.size())];
            for (int i = 0; i < values.length; i++) {
                // Engines compute in single precision: a start that it can represent is the same start for all of them.
                values[i] = (float) random.nextDouble(-bound, bound);
            }
            return new Parameter(shape.name(), shape.extents(), shape.trainable(), values);
        }

        static Parameter constant(String name, int size, double value, boolean trainable) {
            double[] values = new double[size];
            Arrays.fill(values, value);
            return new Parameter(name, new int[] {size}, trainable, values);
        }
    }
}
