package ganglion.learning.reference.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.learning.model.FiringLayer.Recurrence;
import ganglion.learning.model.LayerShape;
import ganglion.learning.model.Parameter;
import ganglion.learning.model.SeAdLifNeurons;
import ganglion.learning.model.Span;
import ganglion.learning.reference.layer.SpikingLayer.SeAdLifLayer;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SeAdLifLayerTest {

    /** alpha and rho are 1/2, scale 2, a 1/2 and b 1, threshold 1: worked out by hand. */
    @Test
    void followsItsEquations() {
        double half = 1 / Math.log(2);
        SeAdLifNeurons neurons = SeAdLifNeurons.USUAL.withDynamics(
                new Span(half, half), new Span(half, half), new Span(0.5, 0.5), new Span(1, 1), 2);
        List<Parameter> parameters = neurons.createParameters(LayerShape.of(1), new SplittableRandom(3));
        SeAdLifLayer layer = new SeAdLifLayer(neurons, 1, new LayerParameters(parameters));

        layer.forward(new Sequence(4, 1, 1, new double[] {2, 4, 0, 0}));

        // p: 1, 0.5 + (4 - 0.5) / 2 = 2.25, 0 - 1.25 / 2, ...; w: 0.5, 0.25 + 1, 0.625 - 0.3125, ...
        assertArrayEquals(
                new double[] {0, 1, 0, 0}, layer.trace().spikes().values(), "only above the threshold, not at it");
        assertArrayEquals(
                new double[] {1, 0, -0.625, -0.3125 - 0.15625},
                layer.trace().membranes().values(),
                1e-12);
    }

    @Test
    void startsAsThePaperDoes() {
        SeAdLifNeurons neurons = SeAdLifNeurons.USUAL.withRecurrence(Recurrence.ALL_TO_ALL);
        List<Parameter> parameters = neurons.createParameters(LayerShape.of(40), new SplittableRandom(9));

        assertEquals(
                List.of("tau_u_share", "tau_w_share", "a", "b", "recurrent_weight"),
                parameters.stream().map(Parameter::name).toList());
        for (Parameter parameter : parameters.subList(0, 4)) {
            Span range = neurons.rangeOf(parameter.name());
            assertTrue(Arrays.stream(parameter.values()).allMatch(range::contains), parameter::name);
            assertTrue(Arrays.stream(parameter.values()).max().orElseThrow() > range.at(0.9), parameter::name);
            assertTrue(Arrays.stream(parameter.values()).min().orElseThrow() < range.at(0.1), parameter::name);
        }
        double[] weights = parameters.get(4).values();
        for (int i = 0; i < 40; i++) {
            for (int j = 0; j <= i; j++) {
                double product = 0;
                for (int k = 0; k < 40; k++) {
                    product += weights[i * 40 + k] * weights[j * 40 + k];
                }
                assertEquals(i == j ? 1 : 0, product, 1e-5);
            }
        }
    }
}
