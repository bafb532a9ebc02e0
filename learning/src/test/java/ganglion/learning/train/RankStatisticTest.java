package ganglion.learning.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The area under the curve against its definition, pair by pair, with many ties. */
class RankStatisticTest {

    private static double byPairs(double[] scores, boolean[] belongs) {
        double won = 0;
        double pairs = 0;
        for (int i = 0; i < scores.length; i++) {
            for (int k = 0; k < scores.length; k++) {
                if (belongs[i] && !belongs[k]) {
                    pairs++;
                    won += scores[i] > scores[k] ? 1 : scores[i] == scores[k] ? 0.5 : 0;
                }
            }
        }
        return won / pairs;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 1000})
    void isTheShareOfPairsInOrderWhereTiesCountHalf(int levels) {
        Random random = new Random(levels);
        for (int k = 0; k < 50; k++) {
            double[] scores = random.ints(2 + random.nextInt(30), 0, levels)
                    .asDoubleStream()
                    .toArray();
            boolean[] belongs = new boolean[scores.length];
            for (int i = 0; i < belongs.length; i++) {
                belongs[i] = random.nextInt(3) == 0;
            }
            belongs[0] = true;
            belongs[1] = false;

            assertEquals(byPairs(scores, belongs), RankStatistic.areaUnderCurve(scores, belongs), 1e-12);
            double[] steeper =
                    Arrays.stream(scores).map(x -> Math.exp(x / 100) - 7).toArray();
            assertEquals(
                    RankStatistic.areaUnderCurve(scores, belongs),
                    RankStatistic.areaUnderCurve(steeper, belongs),
                    1e-12,
                    "only the order counts");
        }
    }

    @Test
    void scoresThatAreAllEqualTellNothingAndOneKindAloneHasNoArea() {
        assertEquals(0.5, RankStatistic.areaUnderCurve(new double[] {4, 4, 4}, new boolean[] {true, false, false}));
        assertTrue(Double.isNaN(RankStatistic.areaUnderCurve(new double[] {1, 2}, new boolean[] {true, true})));
        assertTrue(Double.isNaN(RankStatistic.areaUnderCurve(new double[] {1, 2}, new boolean[] {false, false})));
    }

    @Test
    void aSingleScoreSpeaksForTheSecondClassAndAgainstTheFirst() {
        double[][] scores = {{0.1}, {0.9}, {0.4}};
        double[] areas = RankStatistic.areasUnderCurve(2, new int[] {0, 1, 1}, scores);

        assertEquals(1, areas[0]);
        assertEquals(1, areas[1]);
    }

    /** In each sample the score of its class is the higher one. Score 0 alone would rank the second sample of class 1 above the first of class 0. */
    @Test
    void ofTwoClassesTheDifferenceOfTheScoresRanksTheSamples() {
        double[][] scores = {{2, 1}, {12, 11}, {1, 2}, {11, 12}};

        assertArrayEquals(new double[] {1, 1}, RankStatistic.areasUnderCurve(2, new int[] {0, 0, 1, 1}, scores));
    }

    @Test
    void ofSeveralClassesTheLeadOverTheHighestOtherRanksTheSamples() {
        double[][] scores = {{3, 1, 2}, {9, 8, 10}, {0, 5, 1}};

        double[] areas = RankStatistic.areasUnderCurve(3, new int[] {0, 2, 1}, scores);

        assertArrayEquals(new double[] {1, 1, 1}, areas);
    }
}
