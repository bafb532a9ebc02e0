package ganglion.learning.eventprop.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.parallel.TaskRunner;
import ganglion.learning.eventprop.DelayedSynapses;
import ganglion.learning.eventprop.EventNetwork;
import ganglion.learning.eventprop.EventNetwork.EventLayer;
import ganglion.learning.eventprop.ExponentialDynamics;
import ganglion.learning.eventprop.TimedSpikes;
import ganglion.learning.eventprop.adjoint.AdjointPass;
import ganglion.learning.eventprop.adjoint.EventLoss.FirstSpikeLoss;
import ganglion.learning.eventprop.forward.EventRun;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A potential that only just touches the threshold: its spike moves without bounds if a weight changes. */
class GrazingSpikeTest {

    private static final double RATE = 0.01;

    /** A weight of 4 lets the potential of this neuron peak at 1, its threshold. */
    private static final EventNetwork GRAZING = new EventNetwork(
            List.of(new EventLayer(
                    new ExponentialDynamics(20, 10),
                    1,
                    new DelayedSynapses(1, 2, new double[] {4, 5}, 0),
                    Optional.empty())),
            Optional.empty());

    private static final List<EventSample> SAMPLES =
            List.of(new EventSample(TimedSpikes.of(new double[] {0}, new int[] {0}), 60, 0));

    private static final EventPlan PLAN = new EventPlan(new FirstSpikeLoss(2, 0), 1, 1, RATE, 1);

    @Test
    void theSlopeIsZeroAtTheSpike() {
        EventRun run = EventRun.of(GRAZING, SAMPLES.get(0).input(), 60);
        int first = run.firstSpikes()[0];
        assertTrue(first >= 0, "the neuron fires");
        assertEquals(0, run.layers().get(0).slope(first));
    }

    @Test
    void aGrazingSpikeMovesWeightsLikeAnyOther() {
        double[] weights = train().synapses().get(0).weights();
        assertEquals(4 + RATE, weights[0], 1e-6, "the neuron of the right class is to fire sooner");
        assertEquals(5 - RATE, weights[1], 1e-6, "the other is to fire later");
    }

    @Test
    void theExactGradientHasNoBound() {
        EventRun run = EventRun.of(GRAZING, SAMPLES.get(0).input(), 60);
        List<double[]> gradients = AdjointPass.zero(GRAZING);
        AdjointPass.add(run, PLAN.loss().judge(run, 0), gradients);
        assertFalse(Double.isFinite(gradients.get(0)[0]));
    }

    @Test
    void synapsesHaveNumbersForWeights() {
        for (double weight : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            double[] weights = {1, weight};
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new DelayedSynapses(1, 2, weights, 0),
                    Arrays.toString(weights));
        }
    }

    private static EventNetwork train() {
        return EventTrainer.train(GRAZING, SAMPLES, PLAN, TaskRunner.SEQUENTIAL, (epoch, done) -> {});
    }
}
