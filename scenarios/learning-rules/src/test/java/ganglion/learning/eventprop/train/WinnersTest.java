package ganglion.learning.eventprop.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.kernel.parallel.TaskRunner;
import ganglion.learning.eventprop.DelayedSynapses;
import ganglion.learning.eventprop.EventNetwork;
import ganglion.learning.eventprop.EventNetwork.EventLayer;
import ganglion.learning.eventprop.EventNetwork.EventReadOut;
import ganglion.learning.eventprop.ExponentialDynamics;
import ganglion.learning.eventprop.TimedSpikes;
import ganglion.learning.eventprop.Winners;
import ganglion.learning.eventprop.adjoint.EventLoss;
import ganglion.learning.eventprop.adjoint.EventLoss.FirstSpikeLoss;
import ganglion.learning.eventprop.adjoint.EventLoss.ReadOutLoss;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WinnersTest {

    private static final List<EventSample> SAMPLES =
            List.of(new EventSample(TimedSpikes.of(new double[] {0}, new int[] {0}), 60, 0));

    @Test
    void theHighestScoreWins() {
        assertEquals(1, Winners.of(new double[] {-2, 3, 1}));
        assertEquals(2, Winners.of(new double[] {0, 0, 1}));
        assertEquals(0, Winners.of(new double[] {1, 0, 0}));
    }

    @Test
    void equalsDecideNothing() {
        assertEquals(Winners.UNDECIDED, Winners.of(new double[] {0, 0, 0}));
        assertEquals(Winners.UNDECIDED, Winners.of(new double[] {0, 1, 1}));
        assertEquals(0, Winners.of(new double[] {2, 1, 1}));
    }

    /** Else a silent network would be right for every sample of the first class. */
    @Test
    void aSilentNetworkIsRightForNoSample() {
        DelayedSynapses weak = new DelayedSynapses(1, 2, new double[] {0.1, 0.1}, 0);
        List<EventLayer> layers = List.of(new EventLayer(new ExponentialDynamics(20, 10), 1, weak, Optional.empty()));
        DelayedSynapses last = new DelayedSynapses(2, 2, new double[] {1, 2, 3, 4}, 0);
        EventReadOut readOut = new EventReadOut(new ExponentialDynamics(20, 10), last);
        check(new EventNetwork(layers, Optional.empty()), new FirstSpikeLoss(2, 0));
        check(new EventNetwork(layers, Optional.of(readOut)), new ReadOutLoss(1));
    }

    private static void check(EventNetwork silent, EventLoss loss) {
        EventPlan plan = new EventPlan(loss, 1, 1, 0.01, 1);
        assertEquals(0, EventTrainer.accuracy(silent, SAMPLES, plan));
        assertEquals(
                0,
                BatchOfEvents.of(silent, SAMPLES, plan, TaskRunner.SEQUENTIAL).correct());
    }
}
