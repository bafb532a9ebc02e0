package ganglion.kernel.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputRingTest {

    @Test
    void hasASlotOfAPowerOfTwoNeuronsForEachTick() {
        InputRing ring = new InputRing(4, 3, 10);

        assertEquals(32, ring.values().length);
        assertEquals(0, ring.start(0));
        assertEquals(24, ring.start(3));
        assertEquals(0, ring.start(4));
        assertEquals(8, ring.start(1_000_000_000_001L));
        assertEquals(24, ring.start(Long.MAX_VALUE));
    }

    private static int[] listed(InputRing ring, long tick) {
        IntList list = new IntList();
        ring.listNeurons(tick, list);
        return list.toArray();
    }

    /** Once so much reaches a tick that every neuron is visited, nobody asks for the list any more. */
    @Test
    void listsOnlyWhileFewSynapsesAreReached() {
        InputRing ring = new InputRing(2, 1, 5);

        assertNotNull(ring.count(0, 4));
        assertNotNull(ring.count(0, 1));
        assertNull(ring.count(0, 1));
        assertEquals(6, ring.reach(0));
        assertNotNull(ring.count(1, 9));
    }

    @Test
    void listsNobodyWhereNoNumberOfNeuronsIsFew() {
        InputRing ring = new InputRing(2, 1, 0);

        assertNull(ring.count(1, 1));

        assertEquals(1, ring.nextTick(0));
        assertEquals(0, listed(ring, 1).length);
    }

    /** Rings of fewer and of more slots than a word of bits has. */
    @ParameterizedTest
    @CsvSource({"1, 0", "2, 1", "64, 63", "64, 5", "256, 255", "256, 64", "256, 63", "1024, 1000"})
    void findsTheNextTickRoundTheRing(int slots, int ahead) {
        for (long now : new long[] {0, 1, 63, 64, 500, 1_000_000_007L, Long.MAX_VALUE - 2000}) {
            InputRing ring = new InputRing(slots, 1, 10);
            assertEquals(Long.MAX_VALUE, ring.nextTick(now));

            ring.count(now + ahead, 1);

            assertEquals(now + ahead, ring.nextTick(now));
            assertEquals(now + ahead, ring.nextTick(now + ahead));
            ring.forget(now + ahead);
            assertEquals(Long.MAX_VALUE, ring.nextTick(now));
        }
    }

    @Test
    void cannotSkipTicksThatNobodyHasCounted() {
        InputRing ring = new InputRing(8, 1, 10);
        ring.addUncounted(7);
        ring.addUncounted(5);
        ring.count(9, 1);

        assertTrue(ring.isUncounted(7));
        assertFalse(ring.isUncounted(8));
        assertEquals(6, ring.nextTick(6));
        assertEquals(7, ring.nextTick(7));
        assertEquals(9, ring.nextTick(8));
    }
}
