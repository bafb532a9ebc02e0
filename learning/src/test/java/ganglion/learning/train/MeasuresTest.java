package ganglion.learning.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MeasuresTest {

    /** The founding study's test set: 125 real flutes all found, 44 of 55 synthetic ones told from them. */
    private static final ConfusionMatrix STUDY = new ConfusionMatrix(new int[][] {{125, 0}, {11, 44}});

    @Test
    void confusionMatrixGivesTheStudysFigures() {
        assertEquals(0.9389, STUDY.accuracy(), 5e-5);
        assertEquals(44 / 44.0, STUDY.precision(1));
        assertEquals(44 / 55.0, STUDY.recall(1));
        assertEquals(2 * 0.8 / 1.8, STUDY.f1(1), 1e-12);
        assertEquals(125 / 136.0, STUDY.precision(0));
        assertEquals((1 + 0.8) / 2, STUDY.balancedAccuracy(), 1e-12);
        assertEquals(180, STUDY.total());
        assertEquals(125 / 180.0, STUDY.majorityShare());
    }

    @Test
    void classesWithoutSamplesDoNotCount() {
        ConfusionMatrix matrix = ConfusionMatrix.of(3, new int[] {0, 0, 1}, new int[] {0, 2, 1});

        assertEquals((2 * 0.5 / 1.5 + 1) / 2, matrix.meanF1(), 1e-12);
        assertEquals(0, matrix.recall(2));
        assertEquals(1, matrix.count(0, 2));
    }
}
