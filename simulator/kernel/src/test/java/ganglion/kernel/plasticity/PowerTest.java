package ganglion.kernel.plasticity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PowerTest {

    private static void assertClose(double exponent, Power power, double base) {
        double expected = StrictMath.pow(base, exponent);
        double error = Math.abs(power.of(base) - expected) / expected;
        assertTrue(error < Power.LARGEST_RELATIVE_ERROR, () -> base + "^" + exponent + " is off by " + error);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-9, 0.1, 0.25, 0.4, 0.5, 0.6, 0.9, 1.3, 2, 2.718281828, 3.5, 4, 4.1, 17})
    void keepsItsErrorBound(double exponent) {
        Power power = Power.with(exponent);
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            double base = random.nextDouble();
            assertClose(exponent, power, base);
            assertClose(exponent, power, StrictMath.pow(2, -40 * base));
        }
    }

    /** Where a cell ends, the series is longest, and where the next begins, it is empty. */
    @Test
    void keepsItsErrorBoundAtBothEndsOfEachCell() {
        for (double exponent : new double[] {0.2, 0.4, 0.7, 1.5, 3.9}) {
            Power power = Power.with(exponent);
            for (int cell = 0; cell <= 256; cell++) {
                double start = (1 + cell / 256.0) / 2;
                assertClose(exponent, power, start);
                assertClose(exponent, power, Math.nextDown(start));
                assertClose(exponent, power, start - 1e-9);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.4, 0.5, 2, 3.3, 5})
    void isExactAtTheEndsOfItsRange(double exponent) {
        Power power = Power.with(exponent);

        assertEquals(0, power.of(0));
        assertEquals(1, power.of(1));
    }

    @Test
    void roundsSquareRootsCorrectly() {
        Power power = Power.with(0.5);
        Random random = new Random(5);
        for (int i = 0; i < 1000; i++) {
            double base = random.nextDouble();
            assertEquals(StrictMath.sqrt(base), power.of(base));
        }
    }

    @Test
    void takesPowersBelowTheLeastForZero() {
        assertEquals(0, Power.with(2).of(0x1p-451));
        assertEquals(0x1p-900, Power.with(2).of(0x1p-450));
        assertEquals(0, Power.with(5).of(0x1p-181));
        assertEquals(0x1p-900, Power.with(5).of(0x1p-180));
        assertEquals(0, Power.with(0.4).of(Double.MIN_VALUE));
        assertEquals(StrictMath.pow(Double.MIN_NORMAL, 0.4), Power.with(0.4).of(Double.MIN_NORMAL), 1e-130);
    }
}
