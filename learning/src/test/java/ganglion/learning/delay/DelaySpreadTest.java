package ganglion.learning.delay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.learning.delay.SynapseDelays.DelaySpread;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shares of steps, against the Gaussian written out. */
class DelaySpreadTest {

    private static SynapseDelays delays(int longest) {
        return new SynapseDelays(longest, 1, true, 100, 0.25, 1);
    }

    /** Share of a step by the definition; 0 for steps that have none. */
    private static double expected(int longest, double delay, double width, int step) {
        double sum = 0;
        for (int k = 0; k <= longest; k++) {
            sum += gaussian(delay, width, k);
        }
        return step < 0 || step > longest ? 0 : gaussian(delay, width, step) / sum;
    }

    private static double gaussian(double delay, double width, int step) {
        double distance = step - delay;
        return Math.abs(distance) <= 3 * width ? Math.exp(-distance * distance / (2 * width * width)) : 0;
    }

    @ParameterizedTest
    @CsvSource({
        "25, 0, 0.5, 4",
        "25, 25, 0.5, 4",
        "25, 24.7, 0.5, 4",
        "25, 7.3, 0.5, 4",
        "25, 7.5, 0.25, 2",
        "25, 3, 12, 26",
        "25, 11.9, 2.2, 14",
        "1, 0.4, 100, 2",
        "250, 181.25, 30, 181"
    })
    void theSharesAreThoseOfAGaussian(int longest, double delay, double width, int steps) {
        DelaySpread spread = DelaySpread.training(delays(longest), width);
        spread.set(delay);

        assertEquals(steps, spread.steps());
        assertTrue(spread.first() >= 0 && spread.first() + steps - 1 <= longest, "first at " + spread.first());
        double sum = 0;
        for (int j = 0; j < steps; j++) {
            int step = spread.first() + j;
            assertEquals(expected(longest, delay, width, step), spread.share(j), 1e-12, "step " + step);
            sum += spread.share(j);
        }
        assertEquals(1, sum, 1e-12);
    }

    @ParameterizedTest
    @CsvSource({"25, 0.1, 0.5", "25, 24.7, 0.5", "25, 7.3, 0.4", "25, 3, 12", "25, 11.9, 2.2"})
    void theSlopesAreThoseOfTheShares(int longest, double delay, double width) {
        double small = 1e-6;
        DelaySpread spread = DelaySpread.training(delays(longest), width);
        spread.set(delay);
        double mean = spread.mean();

        for (int j = 0; j < spread.steps(); j++) {
            int step = spread.first() + j;
            double above = expected(longest, delay + small, width, step);
            double below = expected(longest, delay - small, width, step);
            assertEquals((above - below) / (2 * small), spread.slope(j, mean), 1e-8, "step " + step);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "3.49, 3", "3.5, 4", "25, 25"})
    void afterwardsADelayIsOneWholeStep(double delay, int step) {
        DelaySpread spread = DelaySpread.rounded(delays(25));
        spread.set(delay);

        assertEquals(1, spread.steps());
        assertEquals(step, spread.first());
        assertEquals(1, spread.share(0));
    }
}
