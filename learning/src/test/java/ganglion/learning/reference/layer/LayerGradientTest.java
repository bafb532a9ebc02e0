package ganglion.learning.reference.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.learning.FiniteDifferences;
import ganglion.learning.model.Dense;
import ganglion.learning.model.DropoutMask;
import ganglion.learning.model.Layer;
import ganglion.learning.model.Layer.BatchNormalisation;
import ganglion.learning.model.Layer.Convolution;
import ganglion.learning.model.Layer.Gain;
import ganglion.learning.model.Layer.Pooling;
import ganglion.learning.model.LayerShape;
import ganglion.learning.model.LayerShape.Window;
import ganglion.learning.model.Parameter;
import ganglion.learning.reference.layer.ReferenceLayer.DropoutLayer;
import ganglion.learning.reference.layer.ReferenceLayer.FlattenLayer;
import ganglion.learning.reference.layer.ReferenceLayer.GainLayer;
import ganglion.learning.reference.layer.ReferenceLayer.GridLayer;
import ganglion.learning.reference.layer.ReferenceLayer.PoolingLayer;
import ganglion.learning.reference.layer.ReferenceLayer.RectifierLayer;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Gradients of each layer, of its input and of its parameters, against central differences. */
class LayerGradientTest {

    private static final LayerShape SHAPE = new LayerShape(2, 3, 2);
    private static final int STEPS = 4;
    private static final int SAMPLES = 3;
    private static final double TOLERANCE = 1e-7;

    /** One case: a name for the report, the parameters, and the layer that uses them. */
    private record Subject(String name, List<Parameter> parameters, LayerParameters live, ReferenceLayer layer) {

        static Subject of(Layer layer, Function<LayerParameters, ReferenceLayer> make) {
            return of(layer.kind(), perturbed(layer.createParameters(SHAPE, new SplittableRandom(5))), make);
        }

        static Subject of(String name, List<Parameter> values, Function<LayerParameters, ReferenceLayer> make) {
            LayerParameters live = new LayerParameters(values);
            return new Subject(name, values, live, make.apply(live));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** Values away from the ones and zeros that some layers start from. */
    private static List<Parameter> perturbed(List<Parameter> parameters) {
        Random random = new Random(6);
        for (Parameter parameter : parameters) {
            for (int i = 0; i < parameter.size(); i++) {
                parameter.values()[i] += 0.2 + 0.3 * random.nextDouble();
            }
        }
        return parameters;
    }

    static Stream<Subject> layers() {
        Convolution convolution = new Convolution(3, new Window(2, 2, 1, 1, 0), true);
        Convolution plain = new Convolution(2, Window.square(2, 2, 1), false);
        Pooling sum = new Pooling(new Window(2, 1, 2, 0, 0), false);
        Pooling mean = new Pooling(new Window(2, 1, 2, 0, 0), true);
        BatchNormalisation normalisation = BatchNormalisation.of(0.8);
        return Stream.of(
                Subject.of(new Dense(5, true), values -> new LinearLayer(5, values)),
                Subject.of(new Dense(2, false), values -> new LinearLayer(2, values)),
                Subject.of(new Gain(0.7, true), GainLayer::new),
                Subject.of(convolution, values -> new ConvolutionLayer(convolution, SHAPE, values)),
                Subject.of(plain, values -> new ConvolutionLayer(plain, SHAPE, values)),
                Subject.of(sum, values -> new PoolingLayer(sum, SHAPE)),
                Subject.of(mean, values -> new PoolingLayer(mean, SHAPE)),
                Subject.of("flatten", List.of(), values -> new FlattenLayer()),
                Subject.of("dropout", List.of(), values -> new DropoutLayer(new DropoutMask(0.4, 1, 0))),
                Subject.of("rectifier", List.of(), values -> new RectifierLayer()),
                Subject.of("no grid", List.of(), values -> new GridLayer(0, 0)),
                Subject.of(normalisation, values -> new BatchNormalisationLayer(normalisation, SHAPE, values)),
                Subject.of("held normalisation", perturbed(normalisation.createParameters(SHAPE, null)), values -> {
                    BatchNormalisationLayer layer = new BatchNormalisationLayer(normalisation, SHAPE, values);
                    layer.hold(true);
                    return layer;
                }));
    }

    private static Sequence random(int size, long seed) {
        Random random = new Random(seed);
        return new Sequence(
                STEPS,
                SAMPLES,
                size,
                random.doubles((long) STEPS * SAMPLES * size, -2, 2).toArray());
    }

    private static double dot(Sequence a, Sequence b) {
        double sum = 0;
        for (int k = 0; k < a.values().length; k++) {
            sum += a.values()[k] * b.values()[k];
        }
        return sum;
    }

    @ParameterizedTest
    @MethodSource("layers")
    void gradientsAreCentralDifferences(Subject subject) {
        Sequence input = random(SHAPE.size(), 1);
        Sequence slopes = random(subject.layer.forward(input, true).size(), 2);
        DoubleSupplier loss = () -> dot(slopes, subject.layer.forward(input, true));
        double[] ofInput = FiniteDifferences.of(input.values(), loss);
        List<double[]> ofParameters = subject.parameters.stream()
                .map(parameter -> parameter.trainable() ? FiniteDifferences.of(parameter.values(), loss) : null)
                .toList();

        subject.live.clearGradients();
        subject.layer.forward(input, true);
        Sequence back = subject.layer.backward(slopes);

        assertArrayEquals(ofInput, back.values(), TOLERANCE, "input");
        for (int p = 0; p < ofParameters.size(); p++) {
            Parameter parameter = subject.parameters.get(p);
            if (parameter.trainable()) {
                assertArrayEquals(
                        ofParameters.get(p), subject.live.gradients().get(p), TOLERANCE, parameter.toString());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("layers")
    void gradientsOfParametersAddUpAndNeedNoGradientOfTheInput(Subject subject) {
        Sequence input = random(SHAPE.size(), 3);
        Sequence slopes = random(subject.layer.forward(input, true).size(), 4);
        subject.live.clearGradients();
        subject.layer.backward(slopes);
        List<double[]> once =
                subject.live.gradients().stream().map(double[]::clone).toList();

        subject.layer.addGradients(slopes);

        for (int p = 0; p < once.size(); p++) {
            for (int i = 0; i < once.get(p).length; i++) {
                assertEquals(2 * once.get(p)[i], subject.live.gradients().get(p)[i], 1e-12);
            }
        }
    }
}
