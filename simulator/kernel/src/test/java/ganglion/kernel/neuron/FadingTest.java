package ganglion.kernel.neuron;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class FadingTest {

    private final Random random = new Random(1);

    /** A number with a random mantissa and sign between two powers of two. */
    private double between(int lowExponent, int highExponent) {
        int exponent = lowExponent + random.nextInt(highExponent - lowExponent);
        return Math.scalb(1 + random.nextDouble(), exponent) * (random.nextBoolean() ? 1 : -1);
    }

    @Test
    void leavesNumbersAboveTheBoundAsTheyAre() {
        for (double number : new double[] {0x1p-646, -0x1p-646, Math.nextUp(0x1p-646), Double.MAX_VALUE, 1e-190}) {
            assertEquals(number, Fading.settled(number));
        }
        for (int k = 0; k < 200_000; k++) {
            double number = between(-646, k % 2 == 0 ? -600 : 1000);
            assertEquals(number, Fading.settled(number));
            assertEquals(number, Fading.cut(number));
        }
    }

    @Test
    void leavesZeroOrANumberFarAboveTheSlowOnes() {
        for (int k = 0; k < 200_000; k++) {
            double number = between(-1070, -640);
            double settled = Math.abs(Fading.settled(number));
            assertTrue(settled == 0 || settled >= 0x1p-753, number + " becomes " + settled);
            double cut = Math.abs(Fading.cut(number));
            assertTrue(cut == 0 || cut >= 0x1p-700, number + " becomes " + cut);
        }
    }

    /** A negative zero would make sums depend on the order of zeros. */
    @Test
    void makesOneZeroOfBoth() {
        assertEquals(0.0, Fading.settled(-0.0));
        assertEquals(0.0, Fading.settled(-Double.MIN_VALUE));
        assertEquals(0.0, Fading.cut(-0.0));
        assertEquals(0.0, Fading.cut(-Double.MIN_VALUE));
    }
}
