package ganglion.learning.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.kernel.network.Synapses;
import ganglion.learning.compile.CompileException;
import ganglion.learning.compile.ModelCompiler;
import ganglion.learning.model.Dense;
import ganglion.learning.model.Layer;
import ganglion.learning.model.Layer.Convolution;
import ganglion.learning.model.Layer.TimeWindow;
import ganglion.learning.model.LayerShape;
import ganglion.learning.model.LayerShape.Window;
import ganglion.learning.model.Model;
import ganglion.learning.model.Neurons;
import ganglion.learning.reference.layer.Sequence;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeWindowTest {

    /** Two inputs over four steps, through a window of three. */
    @Test
    void earlierStepsStandBesideThePresentOne() {
        Model model = Model.create(LayerShape.of(2), List.of(new TimeWindow(3), Neurons.integrator(0)), 1);
        Sequence input = new Sequence(4, 1, 2, new double[] {1, 2, 3, 4, 5, 6, 7, 8});

        Sequence output = new ReferenceNetwork(model, 0).forward(input, false).membranes();

        assertArrayEquals(
                new double[] {
                    1, 2, 0, 0, 0, 0, //
                    3, 4, 1, 2, 0, 0, //
                    5, 6, 3, 4, 1, 2, //
                    7, 8, 5, 6, 3, 4
                },
                output.values());
    }

    @Test
    void aConvolutionBehindItRunsOverTimeAndBands() {
        LayerShape bands = new LayerShape(1, 1, 3);
        List<Layer> layers =
                List.of(new TimeWindow(2), new Convolution(1, Window.along(1, 1, 0), false), Neurons.integrator(0));
        Model model = Model.create(bands, layers, 1);
        System.arraycopy(new double[] {10, 1}, 0, model.parameter(1, "weight").values(), 0, 2);
        Sequence input = new Sequence(2, 1, 3, new double[] {1, 2, 3, 4, 5, 6});

        Sequence output = new ReferenceNetwork(model, 0).forward(input, false).membranes();

        assertArrayEquals(new double[] {10, 20, 30, 41, 52, 63}, output.values());
        assertEquals(new LayerShape(2, 1, 3), model.outputShape(0));
    }

    @Test
    void becomesASynapseForEachStepWithADelayOfItsOwn() throws CompileException {
        Model model =
                Model.create(LayerShape.of(2), List.of(new TimeWindow(3), new Dense(1, false), Neurons.leaky(0.5)), 1);
        System.arraycopy(
                new double[] {1, 2, 3, 4, 5, 6}, 0, model.parameter(1, "weight").values(), 0, 6);

        Synapses synapses = ModelCompiler.compile(model).inputSynapses();

        assertEquals(2, synapses.sourceSize());
        assertEquals(6, synapses.count());
        for (int source = 0; source < 2; source++) {
            for (int k = 0; k < 3; k++) {
                assertEquals(1 + k, synapses.delayTicks(source, k));
                assertEquals(1 + 2 * k + source, synapses.weight(source, k));
            }
        }
    }

    @Test
    void behindWeightsItDoesNotCompile() {
        Model model =
                Model.create(LayerShape.of(2), List.of(new Dense(1, false), new TimeWindow(3), Neurons.leaky(0.5)), 1);

        assertEquals(
                "layer 1: the simulator delays spikes only, so that windows must follow the input or a layer of neurons"
                        + " at once",
                assertThrows(CompileException.class, () -> ModelCompiler.compile(model))
                        .getMessage());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1001})
    void refusesWindowsOutOfRange(int steps) {
        assertThrows(IllegalArgumentException.class, () -> new TimeWindow(steps));
    }
}
