package ganglion.learning.model;

import ganglion.learning.model.FiringLayer.Recurrence;
import ganglion.learning.model.Parameter.ParameterShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** The parameters of a layer that learns a value per neuron for each, and recurrent weights without a bias. */
final class OwnParameters {

    private final Map<String, Span> starts = new LinkedHashMap<>();
    private final boolean learned;
    private final Recurrence recurrence;
    private boolean orthogonal = true;

    OwnParameters(boolean learned, Recurrence recurrence) {
        this.learned = learned;
        this.recurrence = recurrence;
    }

    /** Adds a parameter that starts from uniform random values in a span. */
    OwnParameters with(String name, Span start) {
        starts.put(name, start);
        return this;
    }

    /** Has all recurrent weights uniform in {@code +-sqrt(6 / (from + to))} instead (Glorot and Bengio, AISTATS 2010). */
    OwnParameters withUniformWeights() {
        orthogonal = false;
        return this;
    }

    List<ParameterShape> shapes(LayerShape input) {
        int size = input.size();
        List<ParameterShape> shapes = new ArrayList<>();
        starts.keySet().forEach(name -> shapes.add(new ParameterShape(name, learned, size)));
        if (recurrence == Recurrence.ALL_TO_ALL) {
            shapes.add(new ParameterShape("recurrent_weight", true, size, size));
        }
        return shapes;
    }

    /** Fresh values; recurrent weights are an orthogonal or uniform matrix. */
    List<Parameter> create(LayerShape input, SplittableRandom random) {
        List<Parameter> parameters = new ArrayList<>();
        for (ParameterShape shape : shapes(input)) {
            double[] values = starts.containsKey(shape.name())
                    ? uniform(starts.get(shape.name()), input.size(), random)
                    : weights(input.size(), random);
            parameters.add(new Parameter(shape.name(), shape.extents(), shape.trainable(), values));
        }
        return parameters;
    }

    private double[] weights(int size, SplittableRandom random) {
        double bound = (float) Math.sqrt(3.0 / size);
        return orthogonal
                ? Orthogonal.square(size, random)
                : uniform(new Span(-bound, bound), Math.multiplyExact(size, size), random);
    }

    private static double[] uniform(Span span, int size, SplittableRandom random) {
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            // Engines compute in single precision: a start that it can represent is the same start for all of them.
            values[i] = span.clamp((float) span.at(random.nextDouble()));
        }
        return values;
    }

    /**
     * Random matrices whose rows are orthogonal and of length 1 (Saxe et al., "Exact solutions to the nonlinear dynamics of
     * learning in deep linear neural networks", ICLR 2014): spikes that come back through one are neither amplified nor lost.
     */
    static final class Orthogonal {

        private Orthogonal() {}

        /** A square matrix, row by row, in numbers that single precision holds. */
        static double[] square(int size, SplittableRandom random) {
            double[][] rows = new double[size][size];
            for (int i = 0; i < size; i++) {
                do {
                    for (int j = 0; j < size; j++) {
                        rows[i][j] = random.nextGaussian();
                    }
                    // Twice: the first pass leaves rounding errors that many rows would add up.
                    removeEarlier(rows, i);
                    removeEarlier(rows, i);
                } while (!normalise(rows[i]));
            }
            double[] values = new double[Math.multiplyExact(size, size)];
            for (int k = 0; k < values.length; k++) {
                values[k] = (float) rows[k / size][k % size];
            }
            return values;
        }

        /** Takes off a row what lies along the rows before it. */
        private static void removeEarlier(double[][] rows, int row) {
            for (int earlier = 0; earlier < row; earlier++) {
                double along = product(rows[row], rows[earlier]);
                for (int j = 0; j < rows.length; j++) {
                    rows[row][j] -= along * rows[earlier][j];
                }
            }
        }

        /** Whether the row was long enough to have a direction. */
        private static boolean normalise(double[] row) {
            double length = Math.sqrt(product(row, row));
            for (int j = 0; j < row.length; j++) {
                row[j] /= length;
            }
            return length > 1e-6;
        }

        private static double product(double[] a, double[] b) {
            double sum = 0;
            for (int j = 0; j < a.length; j++) {
                sum += a[j] * b[j];
            }
            return sum;
        }
    }
}
