package ganglion.learning.model;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Starting values of weights. */
final class Initial {

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
