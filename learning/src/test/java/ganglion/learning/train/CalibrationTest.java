package ganglion.learning.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    /** Labels drawn with the probabilities that scores divided by a temperature of 2.5 have. */
    private final double[][] scores = new double[4000][3];

    private final int[] labels = new int[scores.length];
    private final int[] decisions = new int[scores.length];

    CalibrationTest() {
        Random random = new Random(1);
        for (int i = 0; i < labels.length; i++) {
            double[] weights = new double[3];
            double sum = 0;
            for (int c = 0; c < 3; c++) {
                scores[i][c] = 4 * random.nextGaussian();
                weights[c] = Math.exp(scores[i][c] / 2.5);
                sum += weights[c];
                decisions[i] = scores[i][c] > scores[i][decisions[i]] ? c : decisions[i];
            }
            double drawn = random.nextDouble() * sum;
            while (labels[i] < 2 && (drawn -= weights[labels[i]]) > 0) {
                labels[i]++;
            }
        }
    }

    @Test
    void findsTheTemperatureThatTheLabelsWereDrawnWith() {
        assertEquals(2.5, Calibration.fit(scores, labels).temperature(), 0.2);
    }

    @Test
    void theErrorFallsAndDecisionsAreRightAsOftenAsTheyAreSure() {
        double before = Calibration.NONE.error(scores, labels, decisions);
        double after = Calibration.fit(scores, labels).error(scores, labels, decisions);

        assertTrue(before > 0.1, "before " + before);
        assertTrue(after < 0.03, "after " + after);
    }

    @Test
    void aFewSamplesThatAreAllRightDoNotMakeANetworkCertain() {
        double[][] right = {{1, 0}, {0, 1}, {2, 0}, {0, 2}, {1.5, 0}, {0, 1.5}};

        Calibration fitted = Calibration.fit(right, new int[] {0, 1, 0, 1, 0, 1});

        assertEquals(1 - 1 / 8.0, fitted.confidence(new double[] {1.5, 0}), 0.06, "one doubt in eight");
    }

    @Test
    void theConfidenceIsTheSoftMaximum() {
        double expected = Math.exp(1.5) / (Math.exp(1.5) + Math.exp(0.5) + 1);

        assertEquals(expected, new Calibration(2).confidence(new double[] {1, 3, 0}), 1e-12);
    }

    @Test
    void theErrorIsThatOfEachBinByItsShare() {
        double[][] certain = {{100, 0}, {100, 0}, {100, 0}, {0, 0}};

        double error = Calibration.NONE.error(certain, new int[] {0, 0, 1, 0}, new int[] {0, 0, 0, 0});

        assertEquals((3 * (1 - 2 / 3.0) + 1 * (1 - 0.5)) / 4, error, 1e-12);
        assertEquals(
                List.of(new Calibration.Bin(1, 0.5, 1), new Calibration.Bin(3, 1, 2 / 3.0)),
                Calibration.NONE.reliability(certain, new int[] {0, 0, 1, 0}, new int[] {0, 0, 0, 0}));
    }

    @Test
    void onlyPositiveNumbersAreTemperatures() {
        assertThrows(IllegalArgumentException.class, () -> new Calibration(0));
        assertThrows(IllegalArgumentException.class, () -> new Calibration(Double.NaN));
    }
}
