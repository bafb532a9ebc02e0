package ganglion.cochlea.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ExpressionTest {

    private static final int BANDS = 8;
    private static final int FRAMES = 200;

    /** Two partials whose level moves by a slow random walk of a depth in decibels. */
    private static double[] note(double depth, double gain) {
        Random random = new Random(5);
        double[] powers = new double[FRAMES * BANDS];
        double level = 0;
        for (int t = 0; t < FRAMES; t++) {
            level = 0.9 * level + depth * random.nextGaussian();
            powers[t * BANDS + 2] = gain * Math.pow(10, level / 10);
            powers[t * BANDS + 6] = 0.1 * powers[t * BANDS + 2];
        }
        return powers;
    }

    @Test
    void aPlayerFluctuatesWhereAMachineIsSteady() {
        Expression expression = new Expression(BANDS, 0.01);
        double[] player = expression.of(note(0.3, 0.1), 4)[40];
        double[] machine = expression.of(note(0, 0.1), 4)[40];

        for (int level = 0; level < 14; level++) {
            assertTrue(player[level] > machine[level] + 0.3, "rate " + level);
        }
    }

    @Test
    void loudnessDoesNotMatter() {
        Expression expression = new Expression(BANDS, 0.01);
        double[][] loud = expression.of(note(0.3, 0.1), 4);
        double[][] quiet = expression.of(note(0.3, 0.001), 4);

        for (int rate = 0; rate < 14; rate++) {
            assertEquals(loud[40][rate], quiet[40][rate], 1e-3);
        }
    }

    @Test
    void silenceGivesFiniteNumbers() {
        for (double[] row : new Expression(BANDS, 0.01).of(new double[FRAMES * BANDS], 4)) {
            for (double value : row) {
                assertTrue(Double.isFinite(value));
            }
        }
    }

    @Test
    void framesMustBeCloseEnough() {
        assertThrows(IllegalArgumentException.class, () -> new Expression(BANDS, 0.1));
    }
}
