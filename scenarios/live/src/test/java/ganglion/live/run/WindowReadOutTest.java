package ganglion.live.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.live.run.WindowReadOut.CountReadOut;
import ganglion.live.run.WindowReadOut.PotentialReadOut;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What classes score over the window. */
class WindowReadOutTest {

    private static final double[] NO_POTENTIALS = {};

    private static void take(WindowReadOut readOut, int... fired) {
        readOut.take(fired, fired.length, NO_POTENTIALS);
    }

    @Test
    void spikesCountAsLongAsTheyAreInTheWindow() {
        CountReadOut counts = new CountReadOut(2, List.of(List.of(0), List.of(1)), false, 3);

        assertEquals(-1, counts.leader());
        take(counts, 1);
        take(counts, 1);
        assertEquals(1, counts.leader());
        take(counts, 0);
        take(counts, 0);
        assertEquals(0, counts.leader());
        take(counts);
        take(counts);
        take(counts);
        assertEquals(-1, counts.leader());
    }

    @Test
    void theConfidenceIsTheProbabilityOfTheHighestRate() {
        CountReadOut counts = new CountReadOut(2, List.of(List.of(0), List.of(1)), false, 100);
        take(counts, 0, 1);
        assertEquals(0.5, counts.confidence(0), 1e-12);

        for (int i = 0; i < 20; i++) {
            take(counts, 1);
        }
        assertTrue(counts.confidence(1) > 0.999);
        assertEquals(1, counts.confidence(0) + counts.confidence(1), 1e-9);
    }

    @Test
    void eachNeuronHasOneVote() {
        CountReadOut votes = new CountReadOut(4, List.of(List.of(0, 1), List.of(2, 3)), true, 10);
        take(votes, 0);
        take(votes, 0);
        take(votes, 0, 2, 3);

        assertEquals(1, votes.leader());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 50})
    void potentialsOfALongSessionAreThoseOfTheWindow(int windowTicks) {
        PotentialReadOut mean = new PotentialReadOut(3, false, windowTicks);
        PotentialReadOut highest = new PotentialReadOut(3, true, windowTicks);
        Random random = new Random(windowTicks);
        List<double[]> all = new ArrayList<>();
        for (int tick = 0; tick < 400; tick++) {
            double large = tick == 100 ? 1e12 : 1;
            double[] potentials = {
                large * random.nextGaussian(), Math.round(2 * random.nextGaussian()), random.nextInt(2)
            };
            all.add(potentials);
            mean.take(new int[0], 0, potentials);
            highest.take(new int[0], 0, potentials);
            if (tick > 100 && tick < 100 + 2 * windowTicks + 2) {
                continue; // what a large number leaves behind is gone with the next whole window
            }
            double[] means = new double[3];
            double[] most = new double[3];
            Arrays.fill(most, Double.NEGATIVE_INFINITY);
            List<double[]> last = all.subList(Math.max(0, all.size() - windowTicks), all.size());
            for (int neuron = 0; neuron < 3; neuron++) {
                for (double[] row : last) {
                    means[neuron] += row[neuron] / last.size();
                    most[neuron] = Math.max(most[neuron], row[neuron]);
                }
            }
            if (tick != 100) {
                assertEquals(confidence(means, 0), mean.confidence(0), 1e-9);
                assertEquals(confidence(means, 2), mean.confidence(2), 1e-9);
                assertEquals(confidence(most, 1), highest.confidence(1), 1e-12);
                assertEquals(confidence(most, 2), highest.confidence(2), 1e-12);
            }
        }
    }

    private static double confidence(double[] scores, int of) {
        return 1
                / Arrays.stream(scores)
                        .map(score -> Math.exp(score - scores[of]))
                        .sum();
    }

    @Test
    void aWindowThatIsTooLargeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new PotentialReadOut(1000, false, 10_001));
    }
}
