package ganglion.learning.eventprop.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.parallel.TaskRunner;
import ganglion.learning.eventprop.DelayedSynapses;
import ganglion.learning.eventprop.EventNetwork;
import ganglion.learning.eventprop.EventNetwork.EventLayer;
import ganglion.learning.eventprop.ExponentialDynamics;
import ganglion.learning.eventprop.TimedSpikes;
import ganglion.learning.eventprop.adjoint.EventLoss.FirstSpikeLoss;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Neurons without a gradient, whose weights rise: silent ones, and those that do not fire for a sample of their class. */
class WakingTest {

    private static final double WAKE = EventTrainer.WAKE;

    /** Far less than the rise. */
    private static final double RATE = 1e-9;

    private static final double TOLERANCE = 1e-8;

    /** Hidden neuron 1 and class 1 are silent; hidden neurons reach each other by weights that must not rise. */
    private static final EventNetwork NETWORK = new EventNetwork(
            List.of(
                    layer(1, new double[] {8, 0.1}, Optional.of(synapses(2, new double[4]))),
                    layer(2, new double[] {8, 0.1, 8, 0.1}, Optional.empty())),
            Optional.empty());

    private static final EventSample HEARD = sample(0, 0);
    private static final EventSample SILENCE = new EventSample(new TimedSpikes(), 60, 0);
    private static final EventPlan PLAN = new EventPlan(new FirstSpikeLoss(2, 0), 1, 8, RATE, 1);

    private static EventLayer layer(int sources, double[] weights, Optional<DelayedSynapses> recurrent) {
        return new EventLayer(new ExponentialDynamics(20, 10), 1, synapses(sources, weights), recurrent);
    }

    private static DelayedSynapses synapses(int sources, double[] weights) {
        return new DelayedSynapses(sources, weights.length / sources, weights, 0);
    }

    private static EventSample sample(int label, double time) {
        return new EventSample(TimedSpikes.of(new double[] {time}, new int[] {0}), 60, label);
    }

    @Test
    void onlyWeightsToSilentNeuronsRise() {
        List<EventSample> samples = List.of(HEARD, sample(1, 3));
        BatchOfEvents batch = BatchOfEvents.of(NETWORK, samples, PLAN, TaskRunner.SEQUENTIAL);
        assertTrue(batch.fired(0, 0));
        assertFalse(batch.fired(0, 1));
        assertTrue(batch.fired(1, 0));
        assertFalse(batch.fired(1, 1));
        check(samples, new double[] {8, 0.1 + WAKE}, new double[] {8, 0.1 + WAKE, 8, 0.1 + WAKE});
    }

    /** The class fires for one of its samples, but not for the other; a hidden neuron that does so has its gradient from the one. */
    @Test
    void aClassThatMissesASampleOfItsOwnRises() {
        List<EventSample> samples = List.of(HEARD, SILENCE);
        BatchOfEvents batch = BatchOfEvents.of(NETWORK, samples, PLAN, TaskRunner.SEQUENTIAL);
        assertTrue(batch.fired(0, 0));
        assertFalse(batch.fired(1, 0));
        check(samples, new double[] {8, 0.1 + WAKE}, new double[] {8 + WAKE, 0.1 + WAKE, 8 + WAKE, 0.1 + WAKE});
    }

    private static void check(List<EventSample> samples, double[] hidden, double[] classes) {
        EventNetwork after = EventTrainer.train(
                NETWORK, samples, PLAN, TaskRunner.SEQUENTIAL, (epoch, done) -> assertEquals(1, epoch));
        assertArrayEquals(hidden, after.synapses().get(0).weights(), TOLERANCE);
        assertArrayEquals(new double[4], after.synapses().get(1).weights(), TOLERANCE);
        assertArrayEquals(classes, after.synapses().get(2).weights(), TOLERANCE);
    }
}
