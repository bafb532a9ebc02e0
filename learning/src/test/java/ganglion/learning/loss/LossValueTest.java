package ganglion.learning.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.learning.loss.Loss.CrossEntropyCount;
import ganglion.learning.loss.Loss.CrossEntropyMaxMembrane;
import ganglion.learning.loss.Loss.CrossEntropyMeanMembrane;
import ganglion.learning.loss.Loss.CrossEntropyRate;
import ganglion.learning.loss.Loss.SquaredCount;
import ganglion.learning.loss.Loss.SquaredMembrane;
import ganglion.learning.loss.Loss.SquaredRate;
import ganglion.learning.loss.Loss.WindowedError;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Losses of an output small enough to compute by hand: three neurons, four steps, class 1. */
class LossValueTest {

    private static final double[][] SPIKES = {{1, 0, 0}, {0, 1, 0}, {0, 1, 0}, {1, 1, 0}};
    private static final double[][] MEMBRANES = {{1.5, 0.2, -1}, {0.3, 1.2, -2}, {0.9, 1.1, 0.5}, {1.1, 2, 0.25}};

    private static SampleOutput output(int label) {
        SampleOutput output = new SampleOutput(4, 3);
        output.begin(label, 6);
        for (int t = 0; t < 4; t++) {
            for (int c = 0; c < 3; c++) {
                output.set(t, c, SPIKES[t][c], MEMBRANES[t][c]);
            }
        }
        return output;
    }

    private static double crossEntropy(int label, double... scores) {
        double sum = 0;
        for (double score : scores) {
            sum += Math.exp(score);
        }
        return Math.log(sum) - scores[label];
    }

    @Test
    void crossEntropyOfCountsTakesTheNumberOfSpikes() {
        SampleOutput output = output(1);

        assertEquals(crossEntropy(1, 2, 3, 0), new CrossEntropyCount().evaluate(output), 1e-12);
        double share = Math.exp(2) / (Math.exp(2) + Math.exp(3) + 1);
        for (int t = 0; t < 4; t++) {
            assertEquals(share, output.spikeGradient(t, 0), 1e-12, "the same for a spike at any step");
        }
    }

    @Test
    void crossEntropyOfTheRateIsAMeanOverSteps() {
        double expected = (crossEntropy(1, 1, 0, 0) + 2 * crossEntropy(1, 0, 1, 0) + crossEntropy(1, 1, 1, 0)) / 4;

        assertEquals(expected, new CrossEntropyRate().evaluate(output(1)), 1e-12);
    }

    @Test
    void crossEntropyOfPotentialsTakesTheHighestOrTheMean() {
        assertEquals(crossEntropy(1, 1.5, 2, 0.5), new CrossEntropyMaxMembrane().evaluate(output(1)), 1e-12);
        assertEquals(crossEntropy(1, 0.95, 1.125, -0.5625), new CrossEntropyMeanMembrane().evaluate(output(1)), 1e-12);
        SampleOutput output = output(1);
        new CrossEntropyMaxMembrane().evaluate(output);
        for (int t = 0; t < 4; t++) {
            assertEquals(t == 3, output.membraneGradient(t, 1) != 0, "only the highest potential learns");
        }
    }

    @Test
    void squaredLossesMeasureTheDistanceFromWhatIsWanted() {
        // Wanted counts: floor(4 x 0.8) = 3 and floor(4 x 0.3) = 1.
        assertEquals((1 + 0 + 1) / 3.0 / 4, new SquaredCount(0.8, 0.3).evaluate(output(1)), 1e-12);
        double sum = 0;
        for (double[] row : MEMBRANES) {
            for (int c = 0; c < 3; c++) {
                sum += Math.pow(row[c] - (c == 1 ? 1.05 : 0.2), 2);
            }
        }
        assertEquals(sum / 12, new SquaredMembrane(1.05, 0.2).evaluate(output(1)), 1e-12);
    }

    @Test
    void lossesOfOneOutputTakeTheRate() {
        assertEquals(0.25, new SquaredRate().evaluate(output(1)), 1e-12, "half of the steps, wanted all");
        assertEquals(0.25, new SquaredRate().evaluate(output(0)), 1e-12, "half of the steps, wanted none");
        // Half of the steps are wrong, 0.45 are forgiven; firing for class 0 costs 0.1 a step besides.
        assertEquals(0.05, WindowedError.ofStudy().evaluate(output(1)), 1e-12);
        assertEquals(0.05 + 0.1 * 0.5, WindowedError.ofStudy().evaluate(output(0)), 1e-12);
        double afterTwoEpochs = 0.05 + 0.1 * Math.pow(1.001, 702) * 0.5;
        assertEquals(afterTwoEpochs, WindowedError.ofStudy().atBatch(702).evaluate(output(0)), 1e-12);
    }

    static Stream<Loss> all() {
        return Stream.of(
                new CrossEntropyCount(),
                new CrossEntropyRate(),
                new CrossEntropyMaxMembrane(),
                new CrossEntropyMeanMembrane(),
                new SquaredCount(0.8, 0.2),
                new SquaredMembrane(1, 0),
                new SquaredRate(),
                WindowedError.ofStudy());
    }

    @ParameterizedTest
    @MethodSource("all")
    void leavesNothingBehindForTheNextSample(Loss loss) {
        SampleOutput fresh = output(1);
        double expected = loss.evaluate(fresh);
        SampleOutput used = output(0);
        loss.evaluate(used);
        used.begin(1, 6);

        assertEquals(expected, loss.evaluate(used));
        for (int t = 0; t < 4; t++) {
            for (int c = 0; c < 3; c++) {
                assertEquals(fresh.spikeGradient(t, c), used.spikeGradient(t, c));
                assertEquals(fresh.membraneGradient(t, c), used.membraneGradient(t, c));
            }
        }
    }

    @Test
    void hugeScoresDoNotOverflow() {
        SampleOutput output = new SampleOutput(1, 2);
        output.begin(0, 0);
        output.set(0, 0, 0, 1e6);
        output.set(0, 1, 0, -1e6);

        assertEquals(0, new CrossEntropyMaxMembrane().evaluate(output), 1e-12);
        output.begin(1, 0);
        assertEquals(2e6, new CrossEntropyMaxMembrane().evaluate(output), 1e-3);
        output.begin(2, 0);
        assertThrows(IllegalArgumentException.class, () -> new CrossEntropyMaxMembrane().evaluate(output));
    }

    @Test
    void theFirstOfEqualPotentialsTakesTheGradient() {
        SampleOutput two = new SampleOutput(3, 2);
        two.begin(1, 0);
        two.set(0, 0, 0, 1);
        two.set(1, 0, 0, 2);
        two.set(2, 0, 0, 2);

        new CrossEntropyMaxMembrane().evaluate(two);

        assertTrue(two.membraneGradient(1, 0) > 0);
        assertEquals(0, two.membraneGradient(2, 0));
    }
}
