package ganglion.learning.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.learning.model.Layer.Gain;
import ganglion.learning.model.LayerShape;
import ganglion.learning.model.Model;
import ganglion.learning.model.Neurons;
import ganglion.learning.model.Neurons.Adaptation;
import ganglion.learning.model.Neurons.ResetRule;
import ganglion.learning.model.Setting;
import ganglion.learning.reference.layer.Sequence;
import ganglion.learning.surrogate.Surrogate.StraightThrough;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdaptationTest {

    private static Model model(Adaptation adaptation) {
        Neurons neurons = Neurons.leaky(0)
                .withReset(ResetRule.NONE, true)
                .withAdaptation(adaptation)
                .withSettings(Setting.fixed(1), Setting.fixed(0), Setting.learned(1))
                .withSurrogate(new StraightThrough());
        return Model.create(LayerShape.of(1), List.of(new Gain(1, true), neurons), 0);
    }

    private static Sequence constant(double value, int steps) {
        double[] values = new double[steps];
        Arrays.fill(values, value);
        return new Sequence(steps, 1, 1, values);
    }

    @Test
    void eachSpikeRaisesTheThresholdOfTheStepsAfterIt() {
        ReferenceNetwork network = new ReferenceNetwork(model(new Adaptation(0.5, 1)), 0);

        double[] spikes = network.forward(constant(1.6, 6), false).spikes().values();

        // a: 0, 1, 0.5, 1.25, 0.625, 0.3125 and a spike where 1.6 > 1 + a.
        assertArrayEquals(new double[] {1, 0, 1, 0, 0, 1}, spikes);
    }

    /** With the spike taken for the potential (straight-through) the threshold's gradient has a closed form. */
    @Test
    void gradientGoesThroughTheRaisedThreshold() {
        ReferenceNetwork network = new ReferenceNetwork(model(new Adaptation(0.5, 1)), 0);
        network.forward(constant(1.6, 3), false);

        // L = s2, s2 = v - th - a2, a2 = 0.5 a1 + s1, a1 = s0, s1 = v - th - a1, s0 = v - th.
        network.backward(new Sequence(3, 1, 1, new double[] {0, 0, 1}), Sequence.zeros(3, 1, 1));

        double toS1 = -1;
        double toS0 = -0.5 + 1;
        assertEquals(-(1 + toS1 + toS0), network.gradients(1).get(1)[0], 1e-12);
        assertEquals(1.6 * (1 + toS1 + toS0), network.gradients(0).get(0)[0], 1e-12);
    }

    @Test
    void withoutStrengthItChangesNothing() {
        ReferenceNetwork plain = new ReferenceNetwork(model(Adaptation.NONE), 0);
        ReferenceNetwork weak = new ReferenceNetwork(model(new Adaptation(0.9, 1e-300)), 0);

        double[] expected = plain.forward(constant(1.2, 5), false).spikes().values();

        assertArrayEquals(
                expected, weak.forward(constant(1.2, 5), false).spikes().values());
        assertEquals(5, Arrays.stream(expected).sum());
    }
}
