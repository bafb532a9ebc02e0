package ganglion.learning.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.learning.data.SpikeChange.ChangedSpikes;
import ganglion.learning.sample.Sample;
import ganglion.learning.sample.Sample.ConstantInput;
import ganglion.learning.sample.SpikeInput;
import ganglion.learning.train.DataSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpikeChangeTest {

    private static final int SIZE = 50;
    private static final int STEPS = 400;

    /** Input {@code i} fires at steps {@code i % 10}, 10 later, and so on. */
    private static SpikeInput regular() {
        int[] starts = new int[STEPS + 1];
        int[] neurons = new int[STEPS * SIZE / 10];
        int count = 0;
        for (int step = 0; step < STEPS; step++) {
            for (int i = step % 10; i < SIZE; i += 10) {
                neurons[count++] = i;
            }
            starts[step + 1] = count;
        }
        return new SpikeInput(SIZE, starts, neurons);
    }

    private static SpikeInput one(int step, int neuron) {
        int[] starts = new int[STEPS + 1];
        java.util.Arrays.fill(starts, step + 1, STEPS + 1, 1);
        return new SpikeInput(SIZE, starts, new int[] {neuron});
    }

    private static int stepOf(SpikeInput one) {
        for (int step = 0; step < one.steps(); step++) {
            if (one.starts()[step + 1] > 0) {
                return step;
            }
        }
        return -1;
    }

    @Test
    void noneLeavesSpikesAsTheyAre() {
        SpikeInput same = SpikeChange.NONE.apply(regular(), new Random(1));

        assertFalse(SpikeChange.NONE.active());
        assertArrayEquals(regular().starts(), same.starts());
        assertArrayEquals(regular().neurons(), same.neurons());
    }

    @Test
    void leavesOutAShareOfTheSpikes() {
        SpikeInput fewer = new SpikeChange(0, 1, 1, 0.3, 0).apply(regular(), new Random(1));

        assertEquals(0.7, fewer.neurons().length / 2000.0, 0.03);
        assertEquals(
                0,
                new SpikeChange(0, 1, 1, 1, 0).apply(regular(), new Random(1)).neurons().length);
    }

    @Test
    void addsSpikesAtARateToEveryInput() {
        SpikeInput more = new SpikeChange(0, 1, 1, 0, 0.05)
                .apply(new SpikeInput(SIZE, new int[STEPS + 1], new int[0]), new Random(1));

        assertEquals(0.05, more.neurons().length / (double) (SIZE * STEPS), 0.005);
        int[] ofInput = new int[SIZE];
        for (int neuron : more.neurons()) {
            ofInput[neuron]++;
        }
        for (int count : ofInput) {
            assertTrue(count > 5 && count < 40, () -> "found " + count + ", expected about 20");
        }
        SpikeInput full = new SpikeChange(0, 1, 1, 0, 1).apply(regular(), new Random(1));
        assertEquals(SIZE * STEPS, full.neurons().length, "each input at each step, and none twice");
    }

    @Test
    void shiftsEachSpikeByItself() {
        SpikeChange jitter = new SpikeChange(3, 1, 1, 0, 0);
        Random random = new Random(1);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < 2000; i++) {
            int shift = stepOf(jitter.apply(one(200, 7), random)) - 200;
            sum += shift;
            squares += shift * shift;
        }

        assertEquals(0, sum / 2000, 0.25);
        assertEquals(3, Math.sqrt(squares / 2000), 0.25);
    }

    @Test
    void aFasterTempoBringsSpikesForward() {
        assertEquals(100, stepOf(new SpikeChange(0, 1.25, 1.25, 0, 0).apply(one(125, 7), new Random(1))));
        assertEquals(250, stepOf(new SpikeChange(0, 0.8, 0.8, 0, 0).apply(one(200, 7), new Random(1))));
        assertEquals(-1, stepOf(new SpikeChange(0, 0.5, 0.5, 0, 0).apply(one(300, 7), new Random(1))), "too late");
        int step = stepOf(new SpikeChange(0, 0.8, 1.25, 0, 0).apply(one(200, 7), new Random(1)));
        assertTrue(step >= 160 && step <= 250, () -> "found step " + step);
    }

    @Test
    void dependsOnSeedSampleAndEpochOnly() {
        DataSet both = DataSet.of(List.of(new Sample(regular(), 0), new Sample(regular(), 1)));
        ChangedSpikes changed = new ChangedSpikes(both, new SpikeChange(1, 0.9, 1.1, 0.1, 0.01), 5);

        assertArrayEquals(neurons(changed, 0, 0), neurons(new ChangedSpikes(both, changed.change(), 5), 0, 0));
        assertFalse(java.util.Arrays.equals(neurons(changed, 0, 0), neurons(changed, 1, 0)), "another sample");
        assertFalse(java.util.Arrays.equals(neurons(changed, 0, 0), neurons(changed, 0, 1)), "another epoch");
        assertFalse(
                java.util.Arrays.equals(
                        neurons(changed, 0, 0), neurons(new ChangedSpikes(both, changed.change(), 6), 0, 0)),
                "another seed");
        assertEquals(2, changed.size());
        assertEquals(1, changed.label(1));
    }

    private static int[] neurons(DataSet data, int index, int epoch) {
        return ((SpikeInput) data.sample(index, epoch).input()).neurons();
    }

    @Test
    void refusesWhatCannotBe() {
        assertThrows(IllegalArgumentException.class, () -> new SpikeChange(-1, 1, 1, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new SpikeChange(0, 0, 1, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new SpikeChange(0, 1.1, 0.9, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new SpikeChange(0, 1, 1, 1.1, 0));
        assertThrows(IllegalArgumentException.class, () -> new SpikeChange(0, 1, 1, 0, Double.NaN));
        DataSet numbers = DataSet.of(List.of(new Sample(new ConstantInput(new float[] {1}, 3), 0)));
        ChangedSpikes changed = new ChangedSpikes(numbers, new SpikeChange(1, 1, 1, 0, 0), 1);
        assertThrows(IllegalArgumentException.class, () -> changed.sample(0, 0));
    }
}
