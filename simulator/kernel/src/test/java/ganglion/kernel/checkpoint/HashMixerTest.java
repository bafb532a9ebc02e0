package ganglion.kernel.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HashMixerTest {

    private static long sum(long... numbers) {
        HashMixer mixer = new HashMixer();
        for (long number : numbers) {
            mixer.add(number);
        }
        return mixer.sum();
    }

    /** Checkpoints in files carry these sums: they must never change. */
    @Test
    void hasTheSumsThatStandInCheckpoints() {
        assertEquals(0x6A09E667F3BCC908L, sum());
        long z = 0x6A09E667F3BCC908L + 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        assertEquals(z ^ z >>> 31, sum(0));
        assertNotEquals(sum(0), sum(0, 0));
    }

    @Test
    void dependsOnTheOrderAndOnEveryBit() {
        assertNotEquals(sum(1, 2), sum(2, 1));
        Set<Long> sums = new HashSet<>();
        for (int bit = 0; bit < Long.SIZE; bit++) {
            assertTrue(sums.add(sum(7, 1L << bit, 7)), "bit " + bit);
        }
    }

    @Test
    void tellsTheZerosApart() {
        HashMixer positive = new HashMixer();
        positive.add(0.0);
        HashMixer negative = new HashMixer();
        negative.add(-0.0);

        assertNotEquals(positive.sum(), negative.sum());
    }

    @Test
    void mixesTextsWithTheirLength() {
        HashMixer mixer = new HashMixer();
        mixer.add("ab");

        assertEquals(sum(2, 'a', 'b'), mixer.sum());
    }
}
