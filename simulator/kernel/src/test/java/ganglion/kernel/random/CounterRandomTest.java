package ganglion.kernel.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CounterRandomTest {

    private static final int SAMPLES = 200_000;

    /** The outputs of SplitMix64 started from 1234567, as published with its reference implementation. */
    @Test
    void countsThroughTheOutputsOfSplitMix64() {
        CounterRandom random = new CounterRandom(1_234_567);

        assertEquals("6457827717110365317", Long.toUnsignedString(random.bits(0)));
        assertEquals("3203168211198807973", Long.toUnsignedString(random.bits(1)));
        assertEquals("9817491932198370423", Long.toUnsignedString(random.bits(2)));
        assertEquals("4593380528125082431", Long.toUnsignedString(random.bits(3)));
        assertEquals("16408922859458223821", Long.toUnsignedString(random.bits(4)));
    }

    @Test
    void keepsStreamsAndSeedsApart() {
        long number = CounterRandom.of(1, 1).bits(5);

        assertEquals(number, CounterRandom.of(1, 1).bits(5));
        assertNotEquals(number, CounterRandom.of(1, 2).bits(5));
        assertNotEquals(number, CounterRandom.of(2, 1).bits(5));
        assertNotEquals(number, CounterRandom.of(1, 1).bits(6));
    }

    @Test
    void spreadsUniformNumbersEvenly() {
        CounterRandom random = CounterRandom.of(42, 0);
        int[] counts = new int[64];
        for (int k = 0; k < SAMPLES; k++) {
            counts[(int) (64 * random.uniform(k))]++;
        }

        double chiSquared = 0;
        double expected = SAMPLES / 64.0;
        for (int count : counts) {
            chiSquared += (count - expected) * (count - expected) / expected;
        }
        assertTrue(chiSquared > 30 && chiSquared < 110, "chi squared " + chiSquared);
    }

    @Test
    void drawsExponentialNumbersOfMeanAndVarianceOne() {
        CounterRandom random = CounterRandom.of(42, 1);
        double sum = 0;
        double squares = 0;
        for (int k = 0; k < SAMPLES; k++) {
            double value = random.exponential(k);
            assertTrue(value >= 0);
            sum += value;
            squares += value * value;
        }

        assertEquals(1, sum / SAMPLES, 0.01);
        assertEquals(2, squares / SAMPLES, 0.06);
    }

    @Test
    void drawsNormalNumbers() {
        CounterRandom random = CounterRandom.of(42, 2);
        double sum = 0;
        double squares = 0;
        int beyondTwo = 0;
        for (int k = 0; k < SAMPLES; k++) {
            double value = random.gaussian(k);
            sum += value;
            squares += value * value;
            beyondTwo += Math.abs(value) > 2 ? 1 : 0;
        }

        assertEquals(0, sum / SAMPLES, 0.01);
        assertEquals(1, squares / SAMPLES, 0.02);
        assertEquals(0.0455, beyondTwo / (double) SAMPLES, 0.003);
    }

    @Test
    void drawsUnrelatedNumbersInBranches() {
        CounterRandom random = CounterRandom.of(42, 3);
        double products = 0;
        for (int k = 0; k < SAMPLES; k++) {
            products +=
                    (random.branch(k).uniform(0) - 0.5) * (random.branch(k + 1).uniform(0) - 0.5);
        }

        assertEquals(0, 12 * products / SAMPLES, 0.02);
    }

    @Test
    void drawsBelowABoundByTheHighHalfOfTheProduct() {
        CounterRandom random = new CounterRandom(99);
        SplittableRandom bounds = new SplittableRandom(1);
        for (int k = 0; k < 10_000; k++) {
            int bound = bounds.nextInt(1, Integer.MAX_VALUE);
            BigInteger bits = new BigInteger(Long.toUnsignedString(random.bits(k)));

            int expected =
                    bits.multiply(BigInteger.valueOf(bound)).shiftRight(64).intValueExact();

            assertEquals(expected, random.below(k, bound));
        }
    }

    /** Never 0 or 1, and as far from both: in the middle of one of 2^52 intervals. */
    @Test
    void openUniformNumbersAreThoseOfTheSameBitsInTheMiddleOfAnInterval() {
        CounterRandom random = CounterRandom.of(42, 3);
        for (int k = 0; k < 1000; k++) {
            assertEquals(random.uniform(k), random.openUniform(k), 0x1p-53);
            assertEquals(0.5, random.openUniform(k) * 0x1p52 % 1);
        }
    }

    /** Box and Muller's angle is the odd one of two numbers of its own, so that no two draws share a number. */
    @Test
    void normalNumbersHaveTheSignOfTheirOwnAngle() {
        CounterRandom random = CounterRandom.of(42, 4);
        for (int k = 0; k < 1000; k++) {
            double turn = random.uniform(2L * k + 1);
            assertEquals(turn < 0.25 || turn > 0.75, random.gaussian(k) > 0, "draw " + k);
        }
    }
}
