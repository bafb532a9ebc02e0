package ganglion.learning.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.learning.delay.SynapseDelays;
import ganglion.learning.model.FiringLayer.Recurrence;
import ganglion.learning.model.Layer.BatchNormalisation;
import ganglion.learning.model.Layer.Convolution;
import ganglion.learning.model.Layer.Flatten;
import ganglion.learning.model.Layer.Gain;
import ganglion.learning.model.Layer.Pooling;
import ganglion.learning.model.LayerShape.Window;
import ganglion.learning.model.Parameter.ParameterShape;
import ganglion.learning.reference.ReferenceNetwork;
import ganglion.learning.reference.layer.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What each stateless layer does to numbers, written down a second time in the plainest way. */
class LayersTest {

    private static final LayerShape MAPS = new LayerShape(2, 4, 5);

    /** Output of layers for one step of one sample, read by neurons that forget at once. */
    private static double[] outputs(Model model, double[] input) {
        Sequence sequence = new Sequence(1, 1, input.length, input);
        return new ReferenceNetwork(model).forward(sequence).membranes().values();
    }

    private static Model model(LayerShape input, Layer... layers) {
        List<Layer> all = new ArrayList<>(List.of(layers));
        all.add(Neurons.integrator(0));
        return Model.create(input, all, 9);
    }

    @Test
    void denseIsAMatrixAndGainADiagonal() {
        Model model = model(LayerShape.of(3), new Gain(0.5, true), new Dense(2, true));
        model.parameter(0, "gain").values()[2] = 4;
        System.arraycopy(
                new double[] {1, 2, 3, -1, 0, 1},
                0,
                model.parameter(1, "weight").values(),
                0,
                6);
        System.arraycopy(new double[] {10, 20}, 0, model.parameter(1, "bias").values(), 0, 2);

        double[] actual = outputs(model, new double[] {2, 4, 1});

        assertArrayEquals(new double[] {10 + 1 + 4 + 12, 20 - 1 + 4}, actual, 1e-12);
    }

    @Test
    void freshNeuronsHaveTheirParametersOncePerLayerOrPerNeuron() {
        Neurons neurons = Neurons.synaptic(0.5, 0.75)
                .withSettings(Setting.learnedPerNeuron(0.5), Setting.learned(0.75), Setting.fixed(2))
                .withRecurrence(Recurrence.ALL_TO_ALL);
        Model model = Model.create(LayerShape.of(3), List.of(neurons), 1);

        assertArrayEquals(
                new double[] {0.5, 0.5, 0.5}, model.parameter(0, "alpha").values());
        assertArrayEquals(new double[] {0.75}, model.parameter(0, "beta").values());
        assertArrayEquals(new double[] {2}, model.parameter(0, "threshold").values());
        assertFalse(model.parameter(0, "threshold").trainable());
        assertEquals(3 + 1 + 9 + 3, model.trainableCount());
    }

    @Test
    void layersRefuseWhatMakesNoSense() {
        assertThrows(IllegalArgumentException.class, () -> new Dense(0, true));
        assertThrows(IllegalArgumentException.class, () -> new Convolution(0, Window.square(3, 1, 1), true));
        assertThrows(IllegalArgumentException.class, () -> new Pooling(Window.square(2, 2, 1), true));
        assertThrows(IllegalArgumentException.class, () -> Setting.fixed(Double.NaN));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Convolution(1, Window.square(9, 1, 0), true).outputShape(MAPS));
        assertThrows(IllegalArgumentException.class, () -> Model.create(MAPS, List.of(new Flatten()), 0));
    }

    @Test
    void shapesOfParametersAreThoseOfFreshParameters() {
        List<Layer> layers = List.of(
                new Gain(1, true),
                new Convolution(3, Window.square(3, 1, 1), true),
                new Dense(4, false),
                BatchNormalisation.of(1),
                new Dense(4, false, SynapseDelays.learned(3)),
                Neurons.leaky(0.5).withRecurrence(Recurrence.ALL_TO_ALL));
        for (Layer layer : layers) {
            List<ParameterShape> shapes = layer.parameterShapes(MAPS);
            List<Parameter> fresh = layer.createParameters(MAPS, new SplittableRandom(1));
            assertEquals(shapes.size(), fresh.size(), layer.kind());
            for (int p = 0; p < shapes.size(); p++) {
                assertTrue(
                        shapes.get(p).fits(fresh.get(p)),
                        layer.kind() + " " + fresh.get(p).name());
                assertEquals(shapes.get(p).trainable(), fresh.get(p).trainable());
                assertEquals(shapes.get(p).size(), fresh.get(p).size());
            }
        }
    }
}
