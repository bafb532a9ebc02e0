package ganglion.kernel.plasticity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecayTableTest {

    private static final double LEAST = 0x1p-900;

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.0065, 0.3, 1, 20, 200, 333.3, 1e5, 3e7, 1e12})
    void isTheExponentialUntilNothingIsLeft(double timeConstant) {
        DecayTable decay = new DecayTable(timeConstant);
        assertEquals(1, decay.after(0));
        long previous = 0;
        for (double at = 0; at < 700; at += 0.01) {
            long ticks = (long) (at * timeConstant);
            double expected = StrictMath.exp(-ticks / timeConstant);
            if (expected < 0.999 * LEAST) {
                assertEquals(0, decay.after(ticks));
            } else if (expected > 1.001 * LEAST) {
                // Two factors and their product, and an exponent of up to 624 that is rounded.
                assertEquals(1, decay.after(ticks) / expected, 2e-13);
            }
            assertTrue(decay.after(ticks) <= decay.after(previous) * (1 + 1e-12));
            previous = ticks;
        }
        assertEquals(0, decay.after(Long.MAX_VALUE));
    }

    /** No power is so small that processors are slow at it, not even where a block of ticks is long. */
    @ParameterizedTest
    @ValueSource(doubles = {0.0017, 0.0065, 0.01, 0.07, 1, 20, 1000})
    void neverGivesASubnormalNumber(double timeConstant) {
        DecayTable decay = new DecayTable(timeConstant);
        for (long ticks = 0; ticks < 700 * timeConstant + 10; ticks++) {
            assertTrue(decay.after(ticks) == 0 || decay.after(ticks) >= 0.999 * LEAST, "after " + ticks);
        }
    }
}
