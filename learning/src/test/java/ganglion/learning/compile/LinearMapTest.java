package ganglion.learning.compile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.learning.model.Dense;
import ganglion.learning.model.Layer;
import ganglion.learning.model.Layer.BatchNormalisation;
import ganglion.learning.model.Layer.Convolution;
import ganglion.learning.model.Layer.Dropout;
import ganglion.learning.model.Layer.Flatten;
import ganglion.learning.model.Layer.Gain;
import ganglion.learning.model.Layer.Pooling;
import ganglion.learning.model.LayerShape;
import ganglion.learning.model.LayerShape.Window;
import ganglion.learning.model.Model;
import ganglion.learning.model.Neurons;
import ganglion.learning.model.Parameter;
import ganglion.learning.reference.ReferenceNetwork;
import ganglion.learning.reference.layer.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Stateless layers folded into one matrix and one offset. */
class LinearMapTest {

    private static final LayerShape INPUT = new LayerShape(2, 5, 8);

    static Stream<List<Layer>> layers() {
        return Stream.of(
                List.of(new Dense(3, true)),
                List.of(new Gain(0.5, true), new Dense(4, false), BatchNormalisation.of(1)),
                List.of(new Convolution(3, Window.square(3, 2, 1), true), new Flatten(), new Dense(5, true)),
                List.of(
                        new Pooling(Window.square(2, 2, 0), true),
                        BatchNormalisation.of(2),
                        new Dropout(0.5),
                        new Dense(2, true)));
    }

    private static Model model(List<Layer> stateless) {
        List<Layer> layers = new ArrayList<>(stateless);
        layers.add(Neurons.integrator(0));
        Model model = Model.create(INPUT, layers, 5);
        Random random = new Random(6);
        for (Parameter parameter : model.allParameters()) {
            for (int i = 0; parameter.name().matches("bias|running_mean|gain|weight") && i < parameter.size(); i++) {
                parameter.values()[i] += 0.1 + 0.2 * random.nextDouble();
            }
        }
        return model;
    }

    private static Sequence input(int steps) {
        return new Sequence(
                steps,
                1,
                INPUT.size(),
                new Random(7).doubles((long) steps * INPUT.size(), -1, 1).toArray());
    }

    @ParameterizedTest
    @MethodSource("layers")
    void theFoldedMapGivesWhatTheLayersGive(List<Layer> stateless) {
        Model model = model(stateless);
        int last = stateless.size();
        Sequence input = input(1);

        LinearMap map = new LinearMap(model, 0, last);

        double[] expected =
                new ReferenceNetwork(model).forward(input).membranes().values();
        double[] weights = map.weights();
        double[] found = map.offset();
        for (int source = 0; source < map.sources(); source++) {
            for (int target = 0; target < map.targets(); target++) {
                found[target] += weights[source * map.targets() + target] * input.values()[source];
            }
        }
        assertEquals(INPUT.size(), map.sources(), "more sources than are computed at a time");
        assertArrayEquals(expected, found, 1e-12);
    }

    @ParameterizedTest
    @MethodSource("layers")
    void allStepsOfASequenceGoThroughTheSameMap(List<Layer> stateless) {
        Model model = model(stateless);
        Sequence input = input(3);

        Sequence found = LinearMap.apply(model, stateless.size(), input);

        Sequence expected = new ReferenceNetwork(model).forward(input).membranes();
        assertEquals(3, found.steps());
        assertArrayEquals(expected.values(), found.values(), 1e-12);
    }

    @Test
    void theModelIsLeftAsItIs() {
        Model model = model(List.of(new Dense(3, true)));
        double[] bias = model.parameter(0, "bias").values().clone();

        LinearMap map = new LinearMap(model, 0, 1);
        map.offset()[0] = 99;

        assertArrayEquals(bias, model.parameter(0, "bias").values());
        assertArrayEquals(bias, map.offset(), "the offset is a copy");
    }
}
