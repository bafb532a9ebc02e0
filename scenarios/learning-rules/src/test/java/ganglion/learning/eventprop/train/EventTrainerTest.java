package ganglion.learning.eventprop.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.parallel.TaskRunner;
import ganglion.learning.eventprop.EventNetwork;
import ganglion.learning.eventprop.EventNetwork.EventReadOut.Measure;
import ganglion.learning.eventprop.ExponentialDynamics;
import ganglion.learning.eventprop.TimedSpikes;
import ganglion.learning.eventprop.adjoint.CountPenalty;
import ganglion.learning.eventprop.adjoint.EventLoss;
import ganglion.learning.eventprop.adjoint.EventLoss.FirstSpikeLoss;
import ganglion.learning.eventprop.adjoint.EventLoss.ReadOutLoss;
import ganglion.learning.eventprop.forward.EventRun;
import ganglion.learning.eventprop.grid.GridNetwork;
import ganglion.learning.eventprop.grid.TimeAgreement.GridAgreement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventTrainerTest {

    private static final List<EventSample> TRAINING = YinYang.samples(600, 1);
    private static final List<EventSample> UNSEEN = YinYang.samples(300, 2);

    private static EventShape shape(Optional<Measure> readOut, double spread) {
        return new EventShape(
                YinYang.INPUTS,
                List.of(40),
                YinYang.CLASSES,
                new ExponentialDynamics(20, 10),
                false,
                5,
                spread,
                readOut);
    }

    private static EventPlan plan(EventLoss loss, int epochs, double delayRate) {
        double learningRate = delayRate > 0 ? 0.005 : 0.01;
        return new EventPlan(loss, CountPenalty.NONE, epochs, 30, learningRate, delayRate, 20, 0.01, 1);
    }

    private static EventNetwork train(EventShape shape, EventPlan plan) {
        EventNetwork start = FiringStart.of(shape, TRAINING, 1, 1);
        return EventTrainer.train(start, TRAINING, plan, TaskRunner.SEQUENTIAL, (epoch, done) -> {});
    }

    @Test
    void firstSpikesLearnYinYang() {
        EventPlan plan = plan(new FirstSpikeLoss(2, 0.05), 15, 0);
        EventNetwork network = train(shape(Optional.empty(), 0), plan);
        double accuracy = EventTrainer.accuracy(network, UNSEEN, plan);
        assertTrue(accuracy > 0.75, "accuracy on samples that it has not seen: " + accuracy);
    }

    @Test
    void aReadOutLearnsYinYangWithDelaysOfItsOwn() {
        EventPlan plan = plan(new ReadOutLoss(5), 15, 0.1);
        EventShape shape = shape(Optional.of(Measure.MAXIMUM), 4);
        EventNetwork start = FiringStart.of(shape, TRAINING, 1, 1);
        EventNetwork network = EventTrainer.train(start, TRAINING, plan, TaskRunner.SEQUENTIAL, (epoch, done) -> {});
        double accuracy = EventTrainer.accuracy(network, UNSEEN, plan);
        assertTrue(accuracy > 0.75, "accuracy on samples that it has not seen: " + accuracy);
        double moved = 0;
        for (int i = 0; i < 20; i++) {
            double delay = network.synapses().get(0).delays()[i];
            moved += Math.abs(delay - start.synapses().get(0).delays()[i]);
            assertTrue(delay >= 0 && delay <= 20, "delay " + delay);
        }
        assertTrue(moved > 0.1, "delays moved by " + moved);
    }

    @Test
    void theLossOfANetworkThatIsSilentAtFirstFalls() {
        EventShape shape = shape(Optional.of(Measure.MEAN), 0);
        EventNetwork silent = shape.draw(1);
        EventPlan plan = new EventPlan(new ReadOutLoss(50), new CountPenalty(0, 5, 1e-4), 8, 30, 0.01, 0, 20, 0.05, 1);
        List<Double> losses = new ArrayList<>();
        EventTrainer.train(silent, TRAINING, plan, TaskRunner.SEQUENTIAL, (epoch, done) -> losses.add(done.loss()));
        assertEquals(8, losses.size());
        assertTrue(losses.get(7) < 0.95 * losses.get(0), "losses " + losses);
    }

    @Test
    void aTrainedNetworkFiresTheSameOnAFineGrid() {
        EventPlan plan = plan(new FirstSpikeLoss(2, 0.05), 3, 0);
        EventNetwork network = train(shape(Optional.empty(), 0), plan);
        int ticks = 1000;
        GridNetwork grid = new GridNetwork(network, ticks);
        GridAgreement sum = new GridAgreement(0, 0, 0);
        for (EventSample sample : UNSEEN.subList(0, 30)) {
            var rasters = grid.run(sample.input(), sample.duration());
            EventRun run = EventRun.of(network, sample.input(), sample.duration());
            for (int l = 0; l < rasters.size(); l++) {
                sum = sum.plus(
                        GridAgreement.of(run.layers().get(l).spikes(), rasters.get(l), ticks, sample.duration(), 0.05));
            }
        }
        assertTrue(sum.agreed() > 500, sum.toString());
        assertTrue(sum.onlyInTime() + sum.onlyOnGrid() <= 0.01 * sum.agreed(), sum.toString());
    }

    /** A connection of a single synapse has a delay of its own, too. */
    @Test
    void theDelayOfASingleSynapseIsLearned() {
        EventShape shape = new EventShape(
                1, List.of(1), 2, new ExponentialDynamics(20, 10), false, 5, 4, Optional.of(Measure.MEAN));
        List<EventSample> samples =
                List.of(new EventSample(TimedSpikes.of(new double[] {0, 1, 2, 30}, new int[4]), 60, 0));
        EventPlan plan = plan(new ReadOutLoss(5), 1, 0.1);
        EventNetwork start = FiringStart.of(shape, samples, 1, 1);
        EventNetwork network = EventTrainer.train(start, samples, plan, TaskRunner.SEQUENTIAL, (epoch, done) -> {});
        double before = start.synapses().get(0).delay(0);
        assertEquals(0.1, Math.abs(network.synapses().get(0).delay(0) - before), 1e-6, "a step of Adam");
    }

    @Test
    void thereMustBeSamples() {
        EventPlan plan = plan(new ReadOutLoss(1), 1, 0);
        EventNetwork start = shape(Optional.of(Measure.MEAN), 0).draw(1);
        assertThrows(
                IllegalArgumentException.class,
                () -> EventTrainer.train(start, List.of(), plan, TaskRunner.SEQUENTIAL, (epoch, done) -> {}));
    }
}
