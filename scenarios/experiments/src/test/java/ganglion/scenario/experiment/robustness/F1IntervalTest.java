package ganglion.scenario.experiment.robustness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.learning.train.DetectionScores;
import org.junit.jupiter.api.Test;

class F1IntervalTest {

    private static int[] labels(int samples) {
        int[] labels = new int[samples];
        for (int i = 0; i < samples; i++) {
            labels[i] = 1 << i % 2;
        }
        return labels;
    }

    /** One of five decisions about either class is wrong. */
    private static double[][] scores(int[] labels) {
        double[][] scores = new double[labels.length][];
        for (int i = 0; i < scores.length; i++) {
            int right = i % 5 == 0 ? -1 : 1;
            scores[i] = new double[] {labels[i] == 1 ? right : -right, labels[i] == 2 ? right : -right};
        }
        return scores;
    }

    private static F1Interval of(int samples) {
        int[] labels = labels(samples);
        return F1Interval.of(labels, scores(labels));
    }

    @Test
    void decisionsThatAreAllRightLeaveNoDoubt() {
        double[][] right = {{1, -1}, {-1, 1}, {1, -1}, {-1, 1}};

        assertEquals(new F1Interval(1, 1), F1Interval.of(labels(4), right));
    }

    /** A share of 0.8 of 200 has a standard error of 0.028, so that 95 % are about 0.055 on either side. */
    @Test
    void theWidthIsThatOfTheStandardError() {
        F1Interval interval = of(200);
        int[] labels = labels(200);
        double figure = DetectionScores.of(labels, scores(labels)).macroF1();

        assertEquals(0.8, figure, 1e-12);
        assertEquals(figure - 0.055, interval.low(), 0.01);
        assertEquals(figure + 0.055, interval.high(), 0.01);
    }

    @Test
    void moreSamplesGiveANarrowerIntervalAndTheSameOnesTheSame() {
        assertTrue(of(800).high() - of(800).low() < of(50).high() - of(50).low());
        assertEquals(of(50), of(50));
    }
}
