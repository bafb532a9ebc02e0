package ganglion.learning.eventprop.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.parallel.TaskRunner;
import ganglion.learning.eventprop.EventNetwork;
import ganglion.learning.eventprop.ExponentialDynamics;
import ganglion.learning.eventprop.adjoint.EventLoss;
import ganglion.learning.eventprop.adjoint.EventLoss.FirstSpikeLoss;
import ganglion.learning.eventprop.adjoint.EventLoss.ReadOutLoss;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventTrainerTest {

    private static final List<EventSample> TRAINING = YinYang.samples(600, 1);

    private static EventShape shape(boolean readOut) {
        return new EventShape(
                YinYang.INPUTS, List.of(40), YinYang.CLASSES, new ExponentialDynamics(20, 10), false, 5, readOut);
    }

    private static EventPlan plan(EventLoss loss, int epochs) {
        return new EventPlan(loss, epochs, 30, 0.01, 1);
    }

    private static EventNetwork train(EventPlan plan) {
        EventNetwork start = FiringStart.of(shape(plan.loss().readsOut()), TRAINING, 1, 1);
        return EventTrainer.train(start, TRAINING, plan, TaskRunner.SEQUENTIAL, (epoch, done) -> {});
    }

    static Stream<EventLoss> losses() {
        return Stream.of(new FirstSpikeLoss(2, 0.05), new ReadOutLoss(50));
    }

    @Test
    void theLossOfANetworkThatIsSilentAtFirstFalls() {
        EventNetwork silent = shape(true).draw(1);
        List<Double> losses = new ArrayList<>();
        EventTrainer.train(
                silent,
                TRAINING,
                plan(new ReadOutLoss(50), 8),
                TaskRunner.SEQUENTIAL,
                (epoch, done) -> losses.add(done.loss()));
        assertEquals(8, losses.size());
        assertTrue(losses.get(7) < 0.95 * losses.get(0), "losses " + losses);
    }

    @Test
    void thereMustBeSamples() {
        EventPlan plan = plan(new ReadOutLoss(1), 1);
        EventNetwork start = shape(true).draw(1);
        assertThrows(
                IllegalArgumentException.class,
                () -> EventTrainer.train(start, List.of(), plan, TaskRunner.SEQUENTIAL, (epoch, done) -> {}));
    }
}
