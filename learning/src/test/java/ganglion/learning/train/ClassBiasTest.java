package ganglion.learning.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ClassBiasTest {

    /** Scores of three classes, the right one being higher by 3 but for what a change of source takes from each. */
    private static double[][] scores(int[] labels, double[] lost, double scale, long seed) {
        Random random = new Random(seed);
        double[][] scores = new double[labels.length][3];
        for (int i = 0; i < labels.length; i++) {
            for (int c = 0; c < 3; c++) {
                scores[i][c] = scale * ((labels[i] == c ? 3 : 0) + random.nextGaussian() - lost[c]);
            }
        }
        return scores;
    }

    private static int[] labels(int count) {
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = i % 3;
        }
        return labels;
    }

    private static double accuracy(double[][] scores, int[] labels, double[] biases) {
        int right = 0;
        for (int i = 0; i < labels.length; i++) {
            int best = 0;
            for (int c = 1; c < 3; c++) {
                best = scores[i][c] + biases[c] > scores[i][best] + biases[best] ? c : best;
            }
            right += best == labels[i] ? 1 : 0;
        }
        return (double) right / labels.length;
    }

    @Test
    void thirtySamplesGiveBackWhatAnotherSourceTook() {
        double[] lost = {0, 6, -4};
        for (double scale : new double[] {0.01, 1, 100}) {
            double[] biases = ClassBias.fit(scores(labels(30), lost, scale, 1), labels(30));

            double[][] others = scores(labels(3000), lost, scale, 2);
            double before = accuracy(others, labels(3000), new double[3]);
            double after = accuracy(others, labels(3000), biases);
            double ideal = accuracy(others, labels(3000), new double[] {0, 6 * scale, -4 * scale});
            assertTrue(before < 0.6, "before " + before);
            assertTrue(after > ideal - 0.03, "after " + after + ", ideal " + ideal + ", scale " + scale);
            assertEquals(0, biases[0] + biases[1] + biases[2], 1e-9 * scale);
        }
    }

    @Test
    void scoresThatAreFarApartGetAFiniteBias() {
        double[][] apart = {{5, 0}, {6, 0}, {9, 0}, {10, 0}};

        double[] biases = ClassBias.fit(apart, new int[] {1, 1, 0, 0});

        assertEquals(-7.5, biases[0] - biases[1], 0.2, "in the middle of the gap");
    }
}
