package ganglion.learning.reference.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.learning.model.BalancedNeurons;
import ganglion.learning.model.FiringLayer.Recurrence;
import ganglion.learning.model.LayerShape;
import ganglion.learning.model.Parameter;
import ganglion.learning.model.Span;
import ganglion.learning.reference.layer.SpikingLayer.BalancedLayer;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BalancedLayerTest {

    /** A turn of 0.6 keeps 0.8 of either variable; 0.3 of it is damped; the refractory term lasts for a tick. */
    @Test
    void followsItsEquations() {
        BalancedNeurons neurons = BalancedNeurons.USUAL
                .withDynamics(new Span(1.5, 1.5), new Span(0.75, 0.75), 0.4, 0)
                .withThreshold(0.5);
        List<Parameter> parameters = neurons.createParameters(LayerShape.of(1), new SplittableRandom(3));
        BalancedLayer layer = new BalancedLayer(neurons, 1, new LayerParameters(parameters));

        layer.forward(new Sequence(4, 1, 1, new double[] {5, 0, 5, 0}));

        // r: 0.5, 0.1, 0.5, 0.1; v: 0, 1.2, v; q after each: 1, 0, 1.
        double u = 0.5 * 0.2 - 0.6 * 1.2 + 2;
        double v = 0.6 * 0.2 + 0.5 * 1.2;
        assertArrayEquals(
                new double[] {2, 0.2, u, 0.1 * u - 0.6 * v},
                layer.trace().membranes().values(),
                1e-12);
        assertArrayEquals(
                new double[] {1, 0, 1, 0}, layer.trace().spikes().values(), "the threshold is 0.5, 1.5, 0.5, 1.5");
    }

    @Test
    void startsAsThePaperDoes() {
        BalancedNeurons neurons = BalancedNeurons.USUAL.withRecurrence(Recurrence.ALL_TO_ALL);
        List<Parameter> parameters = neurons.createParameters(LayerShape.of(50), new SplittableRandom(9));

        assertEquals(
                List.of("omega", "b_offset", "recurrent_weight"),
                parameters.stream().map(Parameter::name).toList());
        List<Span> spans = List.of(new Span(5, 10), new Span(2, 3), new Span(-Math.sqrt(0.06), Math.sqrt(0.06)));
        for (int p = 0; p < 3; p++) {
            double[] values = parameters.get(p).values();
            Span span = spans.get(p);
            assertTrue(Arrays.stream(values).allMatch(span::contains), parameters.get(p)::name);
            assertTrue(Arrays.stream(values).max().orElseThrow() > span.at(0.9), parameters.get(p)::name);
            assertTrue(Arrays.stream(values).min().orElseThrow() < span.at(0.1), parameters.get(p)::name);
        }
    }

    private static String refusal(Span omega, Span damping, double step, double refractoryDecay) {
        return assertThrows(
                        IllegalArgumentException.class,
                        () -> BalancedNeurons.USUAL.withDynamics(omega, damping, step, refractoryDecay))
                .getMessage();
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        Span omega = new Span(5, 10);
        Span damping = new Span(2, 3);

        assertTrue(
                refusal(new Span(5, 100), damping, 0.01, 0.9).startsWith("the angular frequency is from 5.0 to 100.0"));
        assertTrue(refusal(omega, new Span(0, 3), 0.01, 0.9).startsWith("the damping is from 0.0 to 3.0"));
        assertTrue(refusal(omega, damping, 0, 0.9).startsWith("the step is 0.0"));
        assertTrue(refusal(omega, damping, 0.01, 1).startsWith("the refractory decay is 1.0"));
        assertTrue(refusal(omega, damping, 0.01, 0.99).startsWith("the refractory term damps by up to"));
        assertThrows(IllegalArgumentException.class, () -> BalancedNeurons.USUAL.withThreshold(0));
    }
}
