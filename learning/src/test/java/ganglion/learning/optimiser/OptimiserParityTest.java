package ganglion.learning.optimiser;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.learning.optimiser.Rule.AdamRule;
import ganglion.learning.optimiser.Rule.SgdRule;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule in both precisions on several parameters at once, and where it goes on from. */
class OptimiserParityTest {

    private static final int ROWS = 3;
    private static final int COLUMNS = 4;

    static Stream<Rule> rules() {
        return Stream.concat(
                Arrays.stream(AdamRule.Variant.values())
                        .map(variant -> new AdamRule(variant, 0.01, 0.8, 0.95, 1e-6, 0.1, 0.004)),
                Stream.of(
                        new SgdRule(0.05, 0.9, true, 0.01),
                        new SgdRule(0.05, 0.9, false, 0),
                        new SgdRule(0.05, 0, false, 0.2)));
    }

    private static double[] random(int seed) {
        return new Random(seed).doubles((long) ROWS * COLUMNS, -1, 1).toArray();
    }

    private static float[][] rows(double[] values) {
        float[][] rows = new float[ROWS][COLUMNS];
        for (int i = 0; i < values.length; i++) {
            rows[i / COLUMNS][i % COLUMNS] = (float) values[i];
        }
        return rows;
    }

    private static double[] flat(float[][] rows) {
        double[] values = new double[ROWS * COLUMNS];
        Arrays.setAll(values, i -> rows[i / COLUMNS][i % COLUMNS]);
        return values;
    }

    @ParameterizedTest
    @MethodSource("rules")
    void singlePrecisionFollowsDoublePrecisionRowByRow(Rule rule) {
        double[] exact = random(1);
        float[][] single = rows(exact);
        DoubleOptimiser slow = new DoubleOptimiser(rule, exact.length);
        FloatOptimiser fast = new FloatOptimiser(rule, Collections.singletonList(single), new boolean[] {true});
        for (int step = 0; step < 12; step++) {
            double[] gradient = random(100 + step);
            double rate = rule.learningRate() / (1 + step);
            slow.step(List.of(exact), List.of(gradient), rate);
            fast.begin(rate);
            fast.update(0, single, rows(gradient), 2, ROWS);
            fast.update(0, single, rows(gradient), 0, 2);
        }

        assertArrayEquals(exact, flat(single), 1e-5);
        assertEquals(12, fast.step());
    }

    @ParameterizedTest
    @CsvSource({"0, 0.25", "1, 0.5", "2, 0.75", "3, 1", "4, 1", "5, 0.1", "7, 0.01"})
    void aWarmUpRisesInEqualStepsAndThenStartsTheNextSchedule(int epoch, double expected) {
        assertEquals(expected, new Schedule.WarmUp(3, new Schedule.Steps(2, 0.1)).factor(epoch), 1e-15);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "5, 0.6", "10, 0.2", "50, 0.2"})
    void aCosineFallsToItsLowestFactorAndStaysThere(int epoch, double expected) {
        assertEquals(expected, new Schedule.Cosine(10, 0.2).factor(epoch), 1e-12);
    }

    @Test
    void schedulesRefuseNumbersThatMakeNoSense() {
        assertThrows(IllegalArgumentException.class, () -> new Schedule.Steps(0, 0.5));
        assertThrows(IllegalArgumentException.class, () -> new Schedule.Steps(1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Schedule.Steps(1, Double.POSITIVE_INFINITY));
        assertThrows(IllegalArgumentException.class, () -> new Schedule.Cosine(0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Schedule.Cosine(1, -0.1));
        assertThrows(IllegalArgumentException.class, () -> new Schedule.WarmUp(0, new Schedule.Constant()));
        assertEquals(0, new Schedule.Cosine(1, 0).factor(1), 1e-15);
    }

    @Test
    void theNormIsTheLengthOfAllGradientsAndAClipBringsItToTheLimit() {
        List<double[]> gradients = Arrays.asList(new double[] {3}, null, new double[] {0, -4});

        assertEquals(5, GradientClip.norm(gradients), 1e-15);
        assertEquals(1, GradientClip.factor(5, Double.POSITIVE_INFINITY));
        assertEquals(1, GradientClip.factor(5, 6));
        assertEquals(0.4, GradientClip.factor(5, 2), 1e-6);
        assertEquals(1, GradientClip.factor(0, 1));
    }
}
