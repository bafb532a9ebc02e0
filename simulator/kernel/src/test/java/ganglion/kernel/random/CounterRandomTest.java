package ganglion.kernel.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CounterRandomTest {

    /** First outputs of SplitMix64 from state 1234567, as published with the reference implementation's test vectors. */
    @Test
    void givesThePublishedOutputsOfSplitMix64() {
        CounterRandom random = new CounterRandom(1234567);

        assertEquals(6457827717110365317L, random.bits(0));
        assertEquals(3203168211198807973L, random.bits(1));
        assertEquals(Long.parseUnsignedLong("9817491932198370423"), random.bits(2));
    }

    @Test
    void drawsBelowABoundByTheHighHalfOfTheProduct() {
        CounterRandom random = new CounterRandom(99);
        SplittableRandom bounds = new SplittableRandom(1);
        for (int index = 0; index < 10_000; index++) {
            int bound = bounds.nextInt(1, Integer.MAX_VALUE);
            BigInteger bits = new BigInteger(Long.toUnsignedString(random.bits(index)));

            int expected =
                    bits.multiply(BigInteger.valueOf(bound)).shiftRight(64).intValueExact();

            assertEquals(expected, random.below(index, bound));
        }
    }

    @Test
    void drawsUniformNumbersWithinTheirBounds() {
        CounterRandom random = new CounterRandom(7);
        double sum = 0;
        for (int index = 0; index < 100_000; index++) {
            double uniform = random.uniform(index);
            double open = random.openUniform(index);
            assertTrue(uniform >= 0 && uniform < 1);
            assertTrue(open > 0 && open < 1);
            sum += uniform;
        }
        assertEquals(0.5, sum / 100_000, 0.005);
    }

    @Test
    void givesStreamsOfTheirOwn() {
        CounterRandom random = new CounterRandom(7);

        assertNotEquals(random.branch(0).bits(5), random.branch(1).bits(5));
        assertEquals(random.branch(3), new CounterRandom(7).branch(3));
    }
}
