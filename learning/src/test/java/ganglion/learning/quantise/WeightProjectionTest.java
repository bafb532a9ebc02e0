package ganglion.learning.quantise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.hardware.library.ProfileException;
import ganglion.hardware.library.ProfileLibrary;
import ganglion.learning.Closeness;
import ganglion.learning.RandomNetworks;
import ganglion.learning.engine.Engine.TrainingStep;
import ganglion.learning.fast.FastEngine;
import ganglion.learning.loss.Loss.SquaredMembrane;
import ganglion.learning.model.Model;
import ganglion.learning.model.Parameter;
import ganglion.learning.optimiser.Rule;
import ganglion.learning.optimiser.Rule.SgdRule;
import ganglion.learning.reference.ReferenceEngine;
import ganglion.learning.sample.Sample;
import ganglion.runtime.ThreadedTasks;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WeightProjectionTest {

    @Test
    void roundsToTheLevelsThatTheBitsGive() {
        double[] weights = {1.5, -0.7, 0.2, 0.8, -1.5, 0};

        new WeightProjection(3, 0).project(weights, 2);

        assertArrayEquals(new double[] {1.5, -0.5, 0, 1, -1.5, 0}, weights);
    }

    @Test
    void hasNoMoreLevelsThanTheBits() {
        double[] weights = new Random(1).doubles(5000, -1, 1).toArray();
        double[] exact = weights.clone();

        new WeightProjection(5, 0).project(weights, 50);

        long levels = Arrays.stream(weights).distinct().count();
        assertEquals(31, levels);
        for (int i = 0; i < weights.length; i++) {
            assertEquals(exact[i], weights[i], 0.5 / 15 + 1e-7);
        }
    }

    @Test
    void keepsTheLargestWeightsOfEachNeuron() {
        double[] weights = {3, -4, 1, 2, 1, 1, -1, 1};

        new WeightProjection(0, 2).project(weights, 2);

        assertArrayEquals(new double[] {3, -4, 0, 0, 1, 1, 0, 0}, weights);
    }

    @Test
    void projectedAgainNothingChanges() {
        Model model = RandomNetworks.model(RandomNetworks.layers().get(2), 1);
        WeightProjection projection = new WeightProjection(4, 5);

        Model once = projection.apply(model);
        Model twice = projection.apply(once);

        for (int p = 0; p < once.allParameters().size(); p++) {
            assertArrayEquals(
                    once.allParameters().get(p).values(),
                    twice.allParameters().get(p).values(),
                    once.allParameters().get(p).toString());
        }
        assertFalse(Arrays.equals(
                model.parameter(0, "weight").values(),
                once.parameter(0, "weight").values()));
        assertArrayEquals(
                model.parameter(0, "bias").values(), once.parameter(0, "bias").values());
    }

    @Test
    void takesTheLimitsOfAChip() throws ProfileException {
        WeightProjection projection = WeightProjection.of(ProfileLibrary.find("xylo-audio-2"));

        assertEquals(8, projection.bits());
        assertEquals(new WeightProjection(9, 4096), WeightProjection.of(ProfileLibrary.find("loihi")));
        assertThrows(IllegalArgumentException.class, () -> new WeightProjection(1, 0));
    }

    @Test
    void enginesTrainExactWeightsBehindProjectedOnes() {
        Model exactInDouble = RandomNetworks.model(RandomNetworks.layers().get(2), 1);
        Model exactInFloat = exactInDouble.copy();
        WeightProjection projection = new WeightProjection(4, 12);
        Model before = exactInDouble.copy();
        Rule rule = new SgdRule(0.02, 0, false, 0);
        List<Sample> batch = RandomNetworks.samples(6, 6, RandomNetworks::spikes, 1);
        try (ReferenceEngine reference = new ReferenceEngine(exactInDouble, rule, projection, 1);
                FastEngine fast = new FastEngine(exactInFloat, rule, projection, 1, new ThreadedTasks(2))) {
            reference.train(batch, TrainingStep.of(0, new SquaredMembrane(1, 0), 0.02));
            fast.train(batch, TrainingStep.of(0, new SquaredMembrane(1, 0), 0.02));
            reference.store();
            fast.store();
        }

        for (int p = 0; p < before.allParameters().size(); p++) {
            Parameter expected = exactInDouble.allParameters().get(p);
            double[] actual = exactInFloat.allParameters().get(p).values();
            Closeness.assertClose(expected.toString(), expected.values(), actual, 1e-5);
        }
        double[] weights = exactInDouble.parameter(0, "weight").values();
        assertFalse(Arrays.equals(before.parameter(0, "weight").values(), weights));
        assertTrue(Arrays.stream(weights).distinct().count() > 15, "what is trained is not rounded");
    }

    /** The gradient of a projected network is that of a network with the projected weights: straight through. */
    @Test
    void gradientsAreThoseOfTheProjectedWeights() {
        Model model = RandomNetworks.model(RandomNetworks.layers().get(0), 1);
        WeightProjection projection = new WeightProjection(3, 0);
        List<Sample> batch = RandomNetworks.samples(6, 6, RandomNetworks::spikes, 1);
        Rule rule = new SgdRule(1e-12, 0, false, 0);
        TrainingStep step = TrainingStep.of(0, new SquaredMembrane(1, 0), 1e-12);
        try (ReferenceEngine projected = new ReferenceEngine(model, rule, projection, 1);
                ReferenceEngine plain = new ReferenceEngine(projection.apply(model), rule, 1)) {
            assertEquals(
                    plain.train(batch, step).loss(),
                    projected.train(batch, step).loss());
            for (int p = 0; p < plain.gradients().size(); p++) {
                assertArrayEquals(
                        plain.gradients().get(p), projected.gradients().get(p));
            }
        }
    }
}
