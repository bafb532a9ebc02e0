package ganglion.learning.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.parallel.TaskRunner;
import ganglion.learning.RandomNetworks;
import ganglion.learning.engine.Engine.TrainingStep;
import ganglion.learning.fast.FastEngine;
import ganglion.learning.loss.Loss.CrossEntropyMeanMembrane;
import ganglion.learning.optimiser.Rule;
import ganglion.learning.optimiser.Rule.AdamRule;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeAdLifNeuronsTest {

    private static final Rule RULE = AdamRule.of(AdamRule.Variant.ADAM, 0.3);

    /** 0.1 and 0.7 are no numbers of single precision. */
    private static Model model() {
        SeAdLifNeurons neurons = SeAdLifNeurons.USUAL
                .withDynamics(new Span(1, 3), new Span(2, 8), new Span(0.1, 0.7), new Span(0.1, 0.7), 2)
                .withThreshold(0.25);
        return Model.create(
                RandomNetworks.INPUT,
                List.of(neurons, new Dense(RandomNetworks.CLASSES, true), Neurons.integrator(0.9)),
                3);
    }

    @Test
    void trainingKeepsParametersWithinTheirBounds() {
        Model model = model();
        FastEngine engine = new FastEngine(model, RULE, 1, TaskRunner.SEQUENTIAL);
        for (int i = 0; i < 20; i++) {
            engine.train(
                    RandomNetworks.samples(6, 10, RandomNetworks::dense, i),
                    TrainingStep.of(i, new CrossEntropyMeanMembrane(), 0.3));
        }
        engine.store();
        int atBounds = 0;
        for (Parameter parameter : model.parameters(0)) {
            Span range = model.layers().get(0).rangeOf(parameter.name());
            for (double value : parameter.values()) {
                assertTrue(range.contains(value), parameter + " " + value);
                atBounds += value == range.low() || value == range.high() ? 1 : 0;
            }
        }
        assertTrue(atBounds > 10, "at a bound: " + atBounds);
        assertFalse(Arrays.equals(
                model().parameter(0, "b").values(), model.parameter(0, "b").values()));
    }

    @Test
    void aValueOutOfBoundsIsRefused() {
        Model model = model();
        model.parameter(0, "tau_w_share").values()[2] = 1.5;

        assertEquals(
                "layer 0, se-adlif: value 2 of parameter tau_w_share is 1.5, expected a number from 0.0 to 1.0",
                assertThrows(IllegalArgumentException.class, model::copy).getMessage());
    }

    private static String refusal(Span tauU, Span tauW, Span a, Span b, double scale) {
        return assertThrows(
                        IllegalArgumentException.class,
                        () -> SeAdLifNeurons.USUAL.withDynamics(tauU, tauW, a, b, scale))
                .getMessage();
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        Span times = new Span(5, 25);
        Span one = Span.SHARE;

        assertTrue(refusal(new Span(0, 25), times, one, one, 1)
                .startsWith("the time constant of the potential is from 0"));
        assertTrue(refusal(times, new Span(5, 1e9), one, one, 1).startsWith("the time constant of the adaptation is"));
        assertTrue(refusal(times, times, one, Span.ANY, 1).startsWith("the b is from -Infinity"));
        assertTrue(refusal(times, times, one, one, 0).startsWith("the scale is 0.0, expected more than 0"));
        assertTrue(refusal(times, times, one, one, 1000).contains("potentials would grow without end"));
        assertTrue(refusal(times, times, new Span(-1, 0), one, 1).startsWith("a times the scale is from -1.0 to 0.0"));
        assertThrows(IllegalArgumentException.class, () -> SeAdLifNeurons.USUAL.withThreshold(0));
        assertThrows(IllegalArgumentException.class, () -> new Span(2, 1));
    }

    @Test
    void parametersThatAreNotLearnedStayAsTheyWereDrawn() {
        SeAdLifNeurons usual = SeAdLifNeurons.USUAL;
        SeAdLifNeurons fixed = new SeAdLifNeurons(
                usual.tauU(),
                usual.tauW(),
                usual.a(),
                usual.b(),
                usual.scale(),
                1,
                false,
                usual.surrogate(),
                usual.recurrence());
        Model model = Model.create(LayerShape.of(24), List.of(new Dense(4, true), fixed), 3);
        Model fresh = model.copy();
        FastEngine engine = new FastEngine(model, RULE, 1, TaskRunner.SEQUENTIAL);
        engine.train(
                RandomNetworks.samples(6, 10, RandomNetworks::dense, 1),
                TrainingStep.of(0, new CrossEntropyMeanMembrane(), 0.3));
        engine.store();

        for (int p = 0; p < 4; p++) {
            assertEquals(
                    Arrays.toString(fresh.parameters(1).get(p).values()),
                    Arrays.toString(model.parameters(1).get(p).values()));
        }
    }
}
