package ganglion.learning.eventprop.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.learning.eventprop.EventNetwork;
import ganglion.learning.eventprop.ExponentialDynamics;
import ganglion.learning.eventprop.TimedSpikes;
import ganglion.learning.eventprop.forward.EventRun;
import java.util.List;
import org.junit.jupiter.api.Test;

class FiringStartTest {

    private static final EventShape SHAPE = new EventShape(
            YinYang.INPUTS, List.of(40), YinYang.CLASSES, new ExponentialDynamics(20, 10), false, 5, true);

    @Test
    void neuronsFireAsOftenAsAskedFor() {
        List<EventSample> samples = YinYang.samples(32, 1);
        EventNetwork network = FiringStart.of(SHAPE, samples, 2, 1);
        double spikes = 0;
        for (EventSample sample : samples) {
            spikes += EventRun.of(network, sample.input(), sample.duration())
                    .lastSpikes()
                    .size();
        }
        assertEquals(2, spikes / samples.size() / 40, 0.05);
    }

    @Test
    void noWeightsMakeSpikesOfSilence() {
        List<EventSample> silence = List.of(new EventSample(new TimedSpikes(), 60, 0));
        IllegalArgumentException error =
                assertThrows(IllegalArgumentException.class, () -> FiringStart.of(SHAPE, silence, 1, 1));
        assertEquals(
                "a neuron of layer 1 fires 0.0 spikes for a sample with weights 256.0 times the fresh ones,"
                        + " expected 1.0 or more",
                error.getMessage());
    }
}
