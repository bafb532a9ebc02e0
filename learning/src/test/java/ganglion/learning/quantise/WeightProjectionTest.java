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
import ganglion.learning.oracle.TapeNetwork;
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
    void eachNeuronMayHaveItsOwnStep() {
        double[] weights = {1.5, -0.7, 0.2, 0.3, -0.1, 0};

        new WeightProjection(3, 0, true).project(weights, 2);

        assertArrayEquals(new double[] {1.5, -0.5, 0, 0.3, -0.1, 0}, weights, 1e-7);
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

    /** Straight through: exact weights move by the gradients that a network with the projected weights has. */
    @Test
    void exactWeightsMoveByTheGradientsOfProjectedOnes() {
        Model model = RandomNetworks.model(RandomNetworks.layers().get(2), 1);
        Model before = model.copy();
        WeightProjection projection = new WeightProjection(4, 12);
        double rate = 0.02;
        Rule rule = new SgdRule(rate, 0, false, 0);
        List<Sample> batch = RandomNetworks.samples(6, 6, RandomNetworks::spikes, 1);
        TrainingStep step = TrainingStep.of(0, new SquaredMembrane(1, 0), rate);
        TapeNetwork projected = new TapeNetwork(projection.apply(model), 1);
        FastEngine fast = new FastEngine(model, rule, projection, 1, new ThreadedTasks(2));
        assertEquals(
                projected.train(batch, step).loss(), fast.train(batch, step).loss(), 1e-5);
        fast.store();
        for (int p = 0; p < before.allParameters().size(); p++) {
            Parameter exact = before.allParameters().get(p);
            double[] expected = exact.values().clone();
            for (int i = 0; exact.trainable() && i < expected.length; i++) {
                expected[i] -= rate * projected.gradients().get(p)[i];
            }
            Closeness.assertClose(
                    exact.toString(), expected, model.allParameters().get(p).values(), 1e-5);
        }
        double[] weights = model.parameter(0, "weight").values();
        assertFalse(Arrays.equals(before.parameter(0, "weight").values(), weights));
        assertTrue(Arrays.stream(weights).distinct().count() > 15, "what is trained is not rounded");
    }
}
