package ganglion.learning.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.learning.model.FiringLayer.Recurrence;
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
    void aCopyIsIndependent() {
        Model model = Model.create(LayerShape.of(3), LAYERS, 1);
        Model copy = model.copy();
        copy.parameter(0, "bias").values()[0] = 7;

        assertFalse(model.parameter(0, "bias").values()[0] == 7);
        assertEquals(5 * 3 + 5 + 2 * 5, model.trainableCount());
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
    }
}
