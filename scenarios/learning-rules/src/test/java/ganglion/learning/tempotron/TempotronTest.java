package ganglion.learning.tempotron;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.learning.sample.SpikeInput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TempotronTest {

    private static final int INPUTS = 100;
    private static final int STEPS = 200;

    /** One spike of each input, at a random time, as in the paper. */
    private static SpikeInput pattern(Random random) {
        int[] step = random.ints(INPUTS, 0, STEPS).toArray();
        int[] starts = new int[STEPS + 1];
        int[] neurons = new int[INPUTS];
        int count = 0;
        for (int t = 0; t < STEPS; t++) {
            for (int i = 0; i < INPUTS; i++) {
                if (step[i] == t) {
                    neurons[count++] = i;
                }
            }
            starts[t + 1] = count;
        }
        return new SpikeInput(INPUTS, starts, neurons);
    }

    @Test
    void kernelHasItsPeakOfOneWhereThePaperSays() {
        Tempotron tempotron = new Tempotron(1, new Tempotron.Settings(400, 100, 1, 0.1, 0), 0);
        double largest = 0;
        int peak = 0;
        for (int s = 0; s < 2000; s++) {
            if (tempotron.kernel(s) > largest) {
                largest = tempotron.kernel(s);
                peak = s;
            }
        }

        assertEquals(1, largest, 1e-6);
        assertEquals(400 * Math.log(4) / 3, peak, 1);
        assertEquals(0, tempotron.kernel(-1));
        assertEquals(0, tempotron.kernel(0));
    }

    @Test
    void potentialIsTheSumOfTheKernels() {
        Tempotron tempotron = new Tempotron(INPUTS, Tempotron.Settings.of(15, 0.01), 3);
        SpikeInput pattern = pattern(new Random(1));
        double[] weights = tempotron.weights();

        double highest = Double.NEGATIVE_INFINITY;
        for (int t = 0; t < STEPS; t++) {
            double potential = 0;
            for (int s = 0; s <= t; s++) {
                for (int k = pattern.starts()[s]; k < pattern.starts()[s + 1]; k++) {
                    potential += weights[pattern.neurons()[k]] * tempotron.kernel(t - s);
                }
            }
            highest = Math.max(highest, potential);
        }

        assertEquals(highest, tempotron.highestPotential(pattern), 1e-12);
    }

    @Test
    void learnsOnlyFromErrorsAndOnlyWhatLedToThem() {
        Tempotron tempotron = new Tempotron(2, new Tempotron.Settings(20, 5, 1, 0.5, 0), 0);
        SpikeInput early = new SpikeInput(2, new int[] {0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}, new int[] {0});
        double[] before = tempotron.weights();

        assertTrue(tempotron.learn(early, false), "it is silent, as it should be");
        assertEquals(Arrays.toString(before), Arrays.toString(tempotron.weights()));
        assertFalse(tempotron.learn(early, true));

        assertTrue(tempotron.weights()[0] > before[0]);
        assertEquals(before[1], tempotron.weights()[1], "the other input was silent");
    }

    /** Shows patterns, of which every other one is to be fired for, until none is wrong, or 500 times. */
    private static int errorsAfterLearning(Tempotron tempotron, List<SpikeInput> patterns, double margin) {
        int wrong = patterns.size();
        for (int cycle = 0; cycle < 500 && wrong > 0; cycle++) {
            wrong = 0;
            for (int i = 0; i < patterns.size(); i++) {
                wrong += tempotron.learn(patterns.get(i), i % 2 == 0, margin) ? 0 : 1;
            }
        }
        return wrong;
    }

    /** At two patterns an input the paper's tempotron learns nearly any choice of classes; here are fewer. */
    @Test
    void learnsRandomPatternsByHeart() {
        Random random = new Random(7);
        List<SpikeInput> patterns = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            patterns.add(pattern(random));
        }
        Tempotron tempotron = new Tempotron(INPUTS, new Tempotron.Settings(15, 3.75, 1, 0.005, 0.9), 3);

        assertEquals(0, errorsAfterLearning(tempotron, patterns, 0));
        for (int i = 0; i < patterns.size(); i++) {
            assertEquals(i % 2 == 0, tempotron.fires(patterns.get(i)));
        }
    }

    @Test
    void aMarginKeepsPotentialsAwayFromTheThreshold() {
        Random random = new Random(7);
        List<SpikeInput> patterns = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            patterns.add(pattern(random));
        }
        Tempotron tempotron = new Tempotron(INPUTS, new Tempotron.Settings(15, 3.75, 1, 0.005, 0.9), 3);

        assertEquals(0, errorsAfterLearning(tempotron, patterns, 0.3));
        for (int i = 0; i < patterns.size(); i++) {
            double highest = tempotron.highestPotential(patterns.get(i));
            assertTrue(i % 2 == 0 ? highest >= 1.3 : highest < 0.7, i + ": " + highest);
        }
    }

    @Test
    void refusesTimeConstantsInTheWrongOrder() {
        assertThrows(IllegalArgumentException.class, () -> new Tempotron.Settings(5, 5, 1, 0.1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Tempotron.Settings(5, 1, 0, 0.1, 0));
    }
}
