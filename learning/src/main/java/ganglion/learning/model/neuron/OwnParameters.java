package ganglion.learning.model.neuron;

import ganglion.learning.model.LayerShape;
import ganglion.learning.model.Parameter;
import ganglion.learning.model.ParameterShape;
import ganglion.learning.model.Recurrence;
import ganglion.learning.model.Span;
import java.util.ArrayList;
import java.util.Arrays;
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
        switch (recurrence) {
            case NONE -> {}
            case ONE_TO_ONE -> shapes.add(new ParameterShape("recurrent_weight", true, size));
            case ALL_TO_ALL -> shapes.add(new ParameterShape("recurrent_weight", true, size, size));
        }
        return shapes;
    }

    /** Fresh values; recurrent weights are an orthogonal or uniform matrix, or 1 where each neuron sees itself only. */
    List<Parameter> create(LayerShape input, SplittableRandom random) {
        List<Parameter> parameters = new ArrayList<>();
        for (ParameterShape shape : shapes(input)) {
            double[] values;
            if (starts.containsKey(shape.name())) {
                values = uniform(starts.get(shape.name()), input.size(), random);
            } else if (recurrence == Recurrence.ALL_TO_ALL) {
                values = weights(input.size(), random);
            } else {
                values = new double[input.size()];
                Arrays.fill(values, 1);
            }
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
}
