package ganglion.learning.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DetectionThresholdTest {

    /** Two classes, four samples: class 0 is there in the first two, class 1 in the first only. */
    private static final int[] LABELS = {0b11, 0b01, 0, 0};

    private static final double[][] SCORES = {{-1, 3}, {-2, 1}, {-4, 0.5}, {-6, -1}};

    @Test
    void oneThresholdForAllIsTheBestCompromise() {
        // At -3, class 0 has an F1 of 1, and class 1 one of 2/5; no other threshold has a higher sum.
        assertEquals(-3, DetectionThreshold.fit(LABELS, SCORES).value());
    }

    @Test
    void ofEquallyGoodThresholdsTheOneNearestToZeroIsTaken() {
        double[][] separate = {{5}, {4}, {-1}, {-2}};
        int[] labels = {1, 1, 0, 0};

        assertEquals(1.5, DetectionThreshold.fit(labels, separate).value());
    }

    @Test
    void withoutAnyClassThereTheThresholdStays() {
        assertEquals(
                0,
                DetectionThreshold.fit(new int[] {0, 0}, new double[][] {{1}, {2}})
                        .value());
    }

    @Test
    void equalScoresStayOnOneSide() {
        double[][] scores = {{1}, {1}, {0.5}};
        int[] labels = {1, 0, 0};

        assertEquals(0.75, DetectionThreshold.fit(labels, scores).value());
    }

    @Test
    void noThresholdBetweenTwoScoresIsBetter() {
        Random random = new Random(7);
        for (int trial = 0; trial < 50; trial++) {
            int[] labels = new int[12];
            double[][] scores = new double[12][3];
            for (int i = 0; i < labels.length; i++) {
                labels[i] = random.nextInt(8);
                for (int c = 0; c < 3; c++) {
                    scores[i][c] = random.nextInt(20) - 10 + (labels[i] >> c & 1) * 3;
                }
            }
            DetectionThreshold fitted = DetectionThreshold.fit(labels, scores);
            double reached = macroF1(labels, scores, fitted.value());
            for (double threshold = -11.5; threshold < 14; threshold++) {
                assertTrue(macroF1(labels, scores, threshold) <= reached + 1e-9, "trial " + trial);
            }
        }
    }

    private static double macroF1(int[] labels, double[][] scores, double threshold) {
        DetectionThreshold common = new DetectionThreshold(threshold);
        return DetectionScores.of(labels, common.shifted(scores)).macroF1();
    }

    @Test
    void shiftingLeavesTheScoresAsTheyWere() {
        double[][] scores = {{1, 2}};

        double[][] shifted = new DetectionThreshold(0.25).shifted(scores);

        assertArrayEquals(new double[] {0.75, 1.75}, shifted[0]);
        assertEquals(1, scores[0][0]);
    }
}
