package ganglion.learning.fast.connection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.learning.fast.arithmetic.ByTarget;
import ganglion.learning.fast.arithmetic.FloatParameter;
import ganglion.learning.fast.arithmetic.SliceGradients;
import ganglion.learning.fast.arithmetic.SpikeRows;
import ganglion.learning.fast.arithmetic.StepInput;
import ganglion.learning.fast.connection.FastConnection.DropoutConnection;
import ganglion.learning.fast.connection.FastConnection.GainConnection;
import ganglion.learning.fast.connection.FastConnection.IdentityConnection;
import ganglion.learning.fast.connection.FastConnection.PoolingConnection;
import ganglion.learning.model.Dense;
import ganglion.learning.model.DropoutMask;
import ganglion.learning.model.Layer;
import ganglion.learning.model.Layer.Convolution;
import ganglion.learning.model.Layer.Dropout;
import ganglion.learning.model.Layer.Flatten;
import ganglion.learning.model.Layer.Gain;
import ganglion.learning.model.Layer.Pooling;
import ganglion.learning.model.LayerShape;
import ganglion.learning.model.LayerShape.Window;
import ganglion.learning.model.Parameter;
import ganglion.learning.quantise.WeightProjection;
import ganglion.learning.reference.layer.ConvolutionLayer;
import ganglion.learning.reference.layer.LayerParameters;
import ganglion.learning.reference.layer.LinearLayer;
import ganglion.learning.reference.layer.ReferenceLayer;
import ganglion.learning.reference.layer.ReferenceLayer.DropoutLayer;
import ganglion.learning.reference.layer.ReferenceLayer.FlattenLayer;
import ganglion.learning.reference.layer.ReferenceLayer.GainLayer;
import ganglion.learning.reference.layer.ReferenceLayer.PoolingLayer;
import ganglion.learning.reference.layer.Sequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each stateless layer of the fast engine gives what the layer in double precision gives, forward and back. */
class ConnectionParityTest {

    private static final LayerShape SHAPE = new LayerShape(2, 3, 2);
    private static final int SAMPLES = 5;
    private static final double TOLERANCE = 1e-5;

    static Stream<Layer> layers() {
        return Stream.of(
                new Dense(7, true),
                new Dense(3, false),
                new Gain(0.7, true),
                new Convolution(3, new Window(2, 2, 1, 1, 0), true),
                new Convolution(2, Window.square(2, 2, 1), false),
                new Pooling(new Window(2, 1, 2, 0, 0), false),
                new Pooling(new Window(2, 1, 2, 0, 0), true),
                new Dropout(0.4),
                new Flatten());
    }

    /** A layer in both precisions, with the same parameters. */
    private static final class Pair {

        private final List<Parameter> parameters;
        private final List<FloatParameter> copies = new ArrayList<>();
        private final SliceGradients gradients = new SliceGradients();
        private final LayerParameters live;
        private final ReferenceLayer reference;
        private final FastConnection fast;

        Pair(Layer layer) {
            parameters = layer.createParameters(SHAPE, new SplittableRandom(3));
            for (Parameter parameter : parameters) {
                boolean bySource = layer instanceof Dense && parameter.name().equals("weight");
                copies.add(new FloatParameter(parameter, bySource, WeightProjection.NONE));
            }
            live = new LayerParameters(parameters);
            reference = reference(layer);
            fast = fast(layer);
            fast.begin(0, 0, true);
        }

        private ReferenceLayer reference(Layer layer) {
            if (layer instanceof Dense dense) {
                return new LinearLayer(dense.outputs(), live);
            } else if (layer instanceof Gain) {
                return new GainLayer(live);
            } else if (layer instanceof Convolution convolution) {
                return new ConvolutionLayer(convolution, SHAPE, live);
            } else if (layer instanceof Pooling pooling) {
                return new PoolingLayer(pooling, SHAPE);
            }
            return layer instanceof Dropout dropout
                    ? new DropoutLayer(new DropoutMask(dropout.rate(), 1, 0))
                    : new FlattenLayer();
        }

        private FastConnection fast(Layer layer) {
            FloatParameter first = copies.isEmpty() ? null : copies.get(0);
            FloatParameter bias = copies.size() > 1 ? copies.get(1) : null;
            if (layer instanceof Dense) {
                ByTarget byTarget = new ByTarget(first);
                byTarget.refresh();
                return new DenseConnection(first, bias, byTarget, gradients);
            } else if (layer instanceof Gain) {
                return new GainConnection(first, gradients);
            } else if (layer instanceof Convolution convolution) {
                return new ConvolutionConnection(convolution, SHAPE, first, bias, gradients);
            } else if (layer instanceof Pooling pooling) {
                return new PoolingConnection(pooling, SHAPE);
            }
            return layer instanceof Dropout dropout
                    ? new DropoutConnection(new DropoutMask(dropout.rate(), 1, 0), SHAPE.size(), SAMPLES)
                    : new IdentityConnection(SHAPE.size());
        }

        /** Gradients of a parameter in the order of the model. */
        double[] fastGradient(int parameter) {
            double[] values = new double[parameters.get(parameter).size()];
            copies.get(parameter).toModelOrder(gradients.of(copies.get(parameter)), values);
            return values;
        }
    }

    private static double[] flat(float[][] rows) {
        return Arrays.stream(rows)
                .flatMapToDouble(row -> {
                    double[] values = new double[row.length];
                    Arrays.setAll(values, i -> row[i]);
                    return Arrays.stream(values);
                })
                .toArray();
    }

    private static float[][] matrix(int columns, long seed) {
        Random random = new Random(seed);
        float[][] matrix = new float[SAMPLES][columns];
        for (float[] row : matrix) {
            for (int i = 0; i < columns; i++) {
                row[i] = random.nextInt(3) == 0 ? 0 : random.nextFloat() - 0.5f;
            }
        }
        return matrix;
    }

    private static Sequence sequence(float[][] rows) {
        return new Sequence(1, SAMPLES, rows[0].length, flat(rows));
    }

    private static void assertSame(Pair pair, StepInput input, float[][] numbers) {
        float[][] output = new float[SAMPLES][pair.fast.outputSize()];
        pair.fast.forward(input, output);
        Sequence expected = pair.reference.forward(sequence(numbers), true);
        assertEquals(expected.size(), pair.fast.outputSize());
        assertArrayEquals(expected.values(), flat(output), TOLERANCE, "output");

        float[][] slopes = matrix(expected.size(), 9);
        float[][] back = matrix(SHAPE.size(), 10);
        pair.fast.backward(input, slopes, back);
        assertArrayEquals(pair.reference.backward(sequence(slopes)).values(), flat(back), TOLERANCE, "input gradient");
        pair.fast.backward(input, slopes, null);
        pair.reference.addGradients(sequence(slopes));
        for (int p = 0; p < pair.parameters.size(); p++) {
            assertArrayEquals(
                    pair.live.gradients().get(p),
                    pair.fastGradient(p),
                    TOLERANCE,
                    pair.parameters.get(p).toString());
        }
    }

    @ParameterizedTest
    @MethodSource("layers")
    void numbersGoForwardAndGradientsBack(Layer layer) {
        float[][] numbers = matrix(SHAPE.size(), 8);
        StepInput input = new StepInput(SHAPE.size());
        input.setRows(numbers, SAMPLES);

        assertSame(new Pair(layer), input, numbers);
    }

    @ParameterizedTest
    @MethodSource("layers")
    void spikesCountAsOnes(Layer layer) {
        float[][] numbers = new float[SAMPLES][SHAPE.size()];
        SpikeRows spikes = new SpikeRows(SHAPE.size());
        spikes.clear(SAMPLES + 1);
        spikes.addCopy(new int[] {0, 1}, 0, 2);
        Random random = new Random(12);
        for (float[] row : numbers) {
            int[] fired = random.ints(random.nextInt(9), 0, SHAPE.size())
                    .distinct()
                    .sorted()
                    .toArray();
            spikes.addCopy(fired, 0, fired.length);
            Arrays.stream(fired).forEach(i -> row[i] = 1);
        }
        StepInput input = new StepInput(SHAPE.size());
        input.setSpikes(spikes, 1, SAMPLES);

        assertSame(new Pair(layer), input, numbers);
    }
}
