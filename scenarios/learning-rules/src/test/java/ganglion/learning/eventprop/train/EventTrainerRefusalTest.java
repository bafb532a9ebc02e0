package ganglion.learning.eventprop.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.kernel.parallel.TaskRunner;
import ganglion.learning.eventprop.EventNetwork;
import ganglion.learning.eventprop.ExponentialDynamics;
import ganglion.learning.eventprop.TimedSpikes;
import ganglion.learning.eventprop.adjoint.EventLoss;
import ganglion.learning.eventprop.adjoint.EventLoss.FirstSpikeLoss;
import ganglion.learning.eventprop.adjoint.EventLoss.ReadOutLoss;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the trainer refuses, with one line that says why. */
class EventTrainerRefusalTest {

    private static final int CLASSES = 3;

    private static final EventLoss FIRST_SPIKE = new FirstSpikeLoss(2, 0);
    private static final EventLoss READ_OUT = new ReadOutLoss(1);

    private static EventNetwork network(boolean readOut) {
        return new EventShape(2, List.of(4), CLASSES, new ExponentialDynamics(20, 10), false, 5, readOut).draw(1);
    }

    private static EventSample sample(int label) {
        return new EventSample(TimedSpikes.of(new double[] {1, 2}, new int[] {0, 1}), 40, label);
    }

    private static EventPlan plan(EventLoss loss) {
        return new EventPlan(loss, 1, 1, 0.01, 1);
    }

    private static String refused(EventNetwork network, List<EventSample> samples, EventPlan plan) {
        return assertThrows(
                        IllegalArgumentException.class,
                        () -> EventTrainer.train(network, samples, plan, TaskRunner.SEQUENTIAL, (epoch, done) -> {}))
                .getMessage();
    }

    @Test
    void firstSpikesDoNotSuitAReadOut() {
        EventNetwork network = network(true);
        String expected = "a loss of spike times and a network with a read-out, expected one without";
        assertEquals(expected, refused(network, List.of(sample(0)), plan(FIRST_SPIKE)));
        assertEquals(expected, refusedAccuracy(network, List.of(sample(0)), plan(FIRST_SPIKE)));
    }

    @Test
    void potentialsNeedAReadOut() {
        EventNetwork network = network(false);
        String expected = "a loss of a read-out and a network without one";
        assertEquals(expected, refused(network, List.of(sample(0)), plan(READ_OUT)));
        assertEquals(expected, refusedAccuracy(network, List.of(sample(0)), plan(READ_OUT)));
    }

    @Test
    void samplesAreOfAClassOfTheNetwork() {
        for (int label : new int[] {-1, CLASSES}) {
            for (boolean readOut : new boolean[] {true, false}) {
                EventPlan plan = plan(readOut ? READ_OUT : FIRST_SPIKE);
                List<EventSample> samples = List.of(sample(0), sample(label));
                String expected = "sample 2 is of class " + label + ", expected 0 to 2";
                assertEquals(expected, refused(network(readOut), samples, plan));
                assertEquals(expected, refusedAccuracy(network(readOut), samples, plan));
            }
        }
    }

    @Test
    void anAccuracyIsOfSamples() {
        assertEquals("there is no sample", refusedAccuracy(network(false), List.of(), plan(FIRST_SPIKE)));
    }

    private static String refusedAccuracy(EventNetwork network, List<EventSample> samples, EventPlan plan) {
        return assertThrows(IllegalArgumentException.class, () -> EventTrainer.accuracy(network, samples, plan))
                .getMessage();
    }
}
