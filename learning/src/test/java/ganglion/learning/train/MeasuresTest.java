package ganglion.learning.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.learning.engine.ReadOut;
import ganglion.learning.loss.SampleOutput;
import ganglion.learning.optimiser.Schedule;
import java.util.Random;
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

    @Test
    void areaUnderCurveIsTheShareOfPairsInOrder() {
        Random random = new Random(4);
        double[] scores = new double[60];
        boolean[] belongs = new boolean[60];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = random.nextInt(8);
            belongs[i] = random.nextBoolean();
        }
        double inOrder = 0;
        int pairs = 0;
        for (int i = 0; i < scores.length; i++) {
            for (int j = 0; j < scores.length; j++) {
                if (belongs[i] && !belongs[j]) {
                    pairs++;
                    inOrder += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
                }
            }
        }

        assertEquals(inOrder / pairs, RankStatistic.areaUnderCurve(scores, belongs), 1e-12);
        assertTrue(Double.isNaN(RankStatistic.areaUnderCurve(new double[] {1, 2}, new boolean[2])));
    }

    @Test
    void readOutsTellClasses() {
        SampleOutput output = new SampleOutput(4, 2);
        double[][] spikes = {{0, 1}, {1, 0}, {1, 0}, {0, 0}};
        for (int t = 0; t < 4; t++) {
            output.set(t, 0, spikes[t][0], t);
            output.set(t, 1, spikes[t][1], 2);
        }

        assertEquals(0, decide(ReadOut.SPIKE_COUNT, output));
        assertEquals(1, decide(ReadOut.FIRST_SPIKE, output));
        assertEquals(1, decide(ReadOut.MEAN_MEMBRANE, output));
        assertEquals(0, decide(ReadOut.MAX_MEMBRANE, output));
        assertEquals(0, ReadOut.SPIKE_COUNT.decide(new double[] {3, 3}, 4), "the first of equals");
        assertEquals(0, ReadOut.SPIKE_COUNT.decide(new double[] {20}, 40), "half is not more than half");
        assertEquals(1, ReadOut.SPIKE_COUNT.decide(new double[] {21}, 40));
    }

    private static int decide(ReadOut readOut, SampleOutput output) {
        return readOut.decide(readOut.scores(output), output.steps());
    }

    @Test
    void schedulesFollowTheirCurves() {
        Schedule cosine = new Schedule.Cosine(10, 0.1);
        Schedule warm = new Schedule.WarmUp(3, cosine);

        assertEquals(1, cosine.factor(0));
        assertEquals(0.55, cosine.factor(5), 1e-12);
        assertEquals(0.1, cosine.factor(10), 1e-12);
        assertEquals(0.1, cosine.factor(30), 1e-12);
        assertEquals(0.25, warm.factor(0));
        assertEquals(0.75, warm.factor(2));
        assertEquals(1, warm.factor(3));
        assertEquals(0.25, new Schedule.Steps(3, 0.5).factor(8), 1e-12);
    }
}
