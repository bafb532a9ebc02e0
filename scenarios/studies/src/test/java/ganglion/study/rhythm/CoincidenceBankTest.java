package ganglion.study.rhythm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.learning.sample.SpikeInput;
import ganglion.learning.train.Trainer.TrainingListener;
import ganglion.study.rhythm.RhythmTask.Front;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoincidenceBankTest {

    private static int spikesOf(SpikeInput input, int neuron) {
        int count = 0;
        for (int fired : input.neurons()) {
            count += fired == neuron ? 1 : 0;
        }
        return count;
    }

    @Test
    void aNeuronFiresWhereASpikeMeetsTheOneBeforeAfterItsDelay() {
        CoincidenceBank bank = CoincidenceBank.of(2, 5, 1);

        SpikeInput fired = bank.respond(new int[] {1, 4, 9}, 12);

        assertArrayEquals(new int[] {2, 3, 4, 5}, bank.lagsTicks());
        assertEquals(4, fired.size());
        assertEquals(2, fired.neurons().length);
        assertEquals(1, fired.at(4, 1), "lag 3: from tick 1 to tick 4");
        assertEquals(1, fired.at(9, 3), "lag 5: from tick 4 to tick 9");
    }

    @Test
    void neighbouringSpikesAreNoCoincidence() {
        SpikeInput fired = CoincidenceBank.of(7, 7, 1).respond(new int[] {3, 4}, 10);

        assertEquals(0, fired.neurons().length);
    }

    @Test
    void aPeriodicTrainDrivesTheNeuronOfItsPeriodAtAnyPhase() {
        CoincidenceBank bank = CoincidenceBank.of(2, 50, 1);
        for (int phase = 0; phase < 24; phase++) {
            int[] spikes = new int[10];
            for (int i = 0; i < 10; i++) {
                spikes[i] = phase + 24 * i;
            }
            SpikeInput fired = bank.respond(spikes, 300);
            assertEquals(9, spikesOf(fired, 24 - 2));
            assertEquals(8, spikesOf(fired, 48 - 2));
            assertEquals(17, fired.neurons().length);
        }
    }

    @Test
    void theReadOutLearnsTheRhythmFromFewTrains() {
        RhythmTask task =
                new RhythmTask(Front.DELAYS, 400, new RhythmDisturbance(2, 0.1, 0, 0), 0, 400, 200, 3, List.of());

        RhythmTask.Result result = task.run(1, 1, TrainingListener.NONE);

        assertTrue(result.accuracy() > 0.9, result::toString);
        assertEquals(4, result.accuracyByKind().size());
        assertEquals(result.accuracy(), task.run(1, 2, TrainingListener.NONE).accuracy(), "on two threads");
    }
}
