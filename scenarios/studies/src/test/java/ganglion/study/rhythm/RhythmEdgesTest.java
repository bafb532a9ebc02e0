package ganglion.study.rhythm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.random.CounterRandom;
import ganglion.learning.sample.SpikeInput;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Trains and coincidences at the edges of their ranges. */
class RhythmEdgesTest {

    private static RhythmTrains trains(int ticks, double jitter, double missing) {
        return new RhythmTrains(new CounterRandom(11), ticks, new RhythmDisturbance(jitter, missing, 0, 0));
    }

    @Test
    void spikesAreMissingAtTheirShare() {
        double all = 0;
        double some = 0;
        for (int number = 0; number < 200; number++) {
            all += trains(400, 0, 0).at(number).spikes().length;
            some += trains(400, 0, 0.3).at(number).spikes().length;
        }

        assertEquals(0.7, some / all, 0.03);
    }

    @Test
    void anotherTempoHasNoIntervalOfTheRhythmInSum() {
        Set<RhythmTrains.Kind> seen = new HashSet<>();
        for (int number = 0; number < 200; number++) {
            RhythmTrains.Train train = trains(400, 0, 0).at(number);
            seen.add(train.kind());
            if (train.kind() == RhythmTrains.Kind.OTHER_TEMPO) {
                int[] spikes = train.spikes();
                double period = 5.0
                        * (spikes[spikes.length - 1 - spikes.length % 3] - spikes[0])
                        / ((spikes.length - 1 - spikes.length % 3) / 3.0);
                assertTrue(Math.abs(period - 120) > 10, "a period of " + period + " ms");
            }
        }
        assertEquals(Set.of(RhythmTrains.Kind.values()), seen);
    }

    @Test
    void aSilentTrainHasNoCoincidence() {
        SpikeInput response = CoincidenceBank.of(1, 10, 1).respond(new int[0], 20);

        assertEquals(20, response.steps());
        assertEquals(0, response.neurons().length);
    }

    @Test
    void aTrainWithASpikeAtEveryTickDrivesEveryNeuronFromItsLagOn() {
        int[] spikes = new int[12];
        Arrays.setAll(spikes, i -> i);

        SpikeInput response = CoincidenceBank.of(3, 5, 1).respond(spikes, 12);

        for (int neuron = 0; neuron < 3; neuron++) {
            int lag = 3 + neuron;
            for (int tick = 0; tick < 12; tick++) {
                assertEquals(tick >= lag ? 1 : 0, response.at(tick, neuron), "neuron " + neuron + " at tick " + tick);
            }
        }
    }
}
