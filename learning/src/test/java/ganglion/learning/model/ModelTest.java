package ganglion.learning.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.learning.model.FiringLayer.Recurrence;
import ganglion.learning.model.Layer.Convolution;
import ganglion.learning.model.Layer.Dropout;
import ganglion.learning.model.Layer.Pooling;
import ganglion.learning.model.LayerShape.Window;
import ganglion.learning.model.Neurons.Adaptation;
import ganglion.learning.model.shared.DropoutMask;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelTest {

    private static final List<Layer> LAYERS =
            List.of(new Dense(5, true), Neurons.leaky(0.9), new Dense(2, false), Neurons.leaky(0.9));

    @Test
    void sameSeedGivesTheSameValues() {
        double[] one =
                Model.create(LayerShape.of(3), LAYERS, 1).parameter(0, "weight").values();

        assertArrayEquals(
                one,
                Model.create(LayerShape.of(3), LAYERS, 1).parameter(0, "weight").values());
        assertFalse(Arrays.equals(
                one,
                Model.create(LayerShape.of(3), LAYERS, 2).parameter(0, "weight").values()));
    }

    @Test
    void weightsStartWithinTheBoundOfTheirFanIn() {
        double[] weights = Model.create(LayerShape.of(400), LAYERS, 1)
                .parameter(0, "weight")
                .values();

        assertEquals(0.05, Arrays.stream(weights).map(Math::abs).max().orElseThrow(), 1e-3);
        assertEquals(0, Arrays.stream(weights).average().orElseThrow(), 2e-3);
    }

    @Test
    void aCopyIsIndependent() {
        Model model = Model.create(LayerShape.of(3), LAYERS, 1);
        Model copy = model.copy();
        copy.parameter(0, "bias").values()[0] = 7;

        assertFalse(model.parameter(0, "bias").values()[0] == 7);
        assertEquals(5 * 3 + 5 + 2 * 5, model.trainableCount());
    }

    @Test
    void convolutionAndPoolingHaveTheShapesOfTheirWindows() {
        Convolution convolution = new Convolution(2, Window.square(3, 1, 1), true);
        Pooling pooling = new Pooling(Window.square(2, 2, 0), true);

        assertEquals(new LayerShape(2, 6, 6), convolution.outputShape(new LayerShape(1, 6, 6)));
        assertEquals(new LayerShape(2, 3, 3), pooling.outputShape(new LayerShape(2, 6, 6)));
        assertThrows(IllegalArgumentException.class, () -> pooling.outputShape(LayerShape.of(3)));
    }

    @Test
    void namesTheParameterThatDoesNotFit() {
        Parameter wrong = new Parameter("weight", new int[] {3, 5}, true, new double[15]);
        List<Layer> layers = List.of(new Dense(5, false), Neurons.integrator(0.9));
        List<Parameter> neurons = Model.create(LayerShape.of(3), layers, 0).parameters(1);

        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> new Model(LayerShape.of(3), layers, List.of(List.of(wrong), neurons)))
                .getMessage();

        assertEquals("layer 0, dense: parameter weight has the shape [3, 5], expected [5, 3]", message);
        assertThrows(
                IllegalArgumentException.class, () -> new Model(LayerShape.of(3), layers, List.of(List.of(), neurons)));
        assertThrows(
                IllegalArgumentException.class, () -> Model.create(LayerShape.of(3), List.of(new Dense(1, true)), 0));
    }

    @Test
    void refusesNeuronsThatContradictThemselves() {
        assertThrows(
                IllegalArgumentException.class, () -> Neurons.integrator(0.9).withRecurrence(Recurrence.ALL_TO_ALL));
        assertThrows(
                IllegalArgumentException.class,
                () -> Neurons.leaky(0.9).withAdaptation(new Adaptation(0.9, 1)).withOutput(Setting.fixed(1), true));
        assertThrows(IllegalArgumentException.class, () -> new Adaptation(1.1, 1));
        assertThrows(IllegalArgumentException.class, () -> new Dropout(1));
    }

    @Test
    void dropoutSilencesTheShareAskedForAndDependsOnNothingButItsPlace() {
        DropoutMask mask = new DropoutMask(0.3, 42, 1);
        mask.begin(7);
        int silent = 0;
        for (int i = 0; i < 10_000; i++) {
            double factor = mask.factor(i / 100, i % 100);
            silent += factor == 0 ? 1 : 0;
            assertEquals(factor == 0 ? 0 : 1 / 0.7, factor);
        }
        assertEquals(3000, silent, 150);
        double[] again = new double[50];
        double[] next = new double[50];
        for (int i = 0; i < 50; i++) {
            again[i] = mask.factor(3, i);
        }
        mask.begin(8);
        for (int i = 0; i < 50; i++) {
            next[i] = mask.factor(3, i);
        }
        assertFalse(Arrays.equals(again, next), "another batch, another choice");
        mask.begin(7);
        assertEquals(again[9], mask.factor(3, 9));
    }
}
