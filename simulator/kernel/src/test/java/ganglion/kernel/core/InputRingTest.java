package ganglion.kernel.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

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

    @Test
    void countsWhatReachesATickAndForgetsItOnce() {
        InputRing ring = new InputRing(4, 1, 10);
        ring.note(5, 2, 3);
        ring.note(5, 7, 4);
        ring.note(6, 8, 1);

        assertEquals(7, ring.reach(5));
        assertArrayEquals(new int[] {2, 7}, ring.rowGroups(5).toArray());

        ring.forget(5);

        assertEquals(0, ring.reach(5));
        assertEquals(0, ring.rowGroups(9).size());
        assertEquals(1, ring.reach(6));
        assertArrayEquals(new int[] {8}, ring.rowGroups(6).toArray());
    }

    /** Once so much reaches a tick that every neuron is visited, nobody asks for the groups any more. */
    @Test
    void notesGroupsOnlyWhileFewSynapsesAreReached() {
        InputRing ring = new InputRing(2, 1, 5);
        ring.note(0, 1, 4);
        ring.note(0, 2, 1);
        ring.note(0, 3, 1);

        assertEquals(6, ring.reach(0));
        assertArrayEquals(new int[] {1, 2}, ring.rowGroups(0).toArray());
    }
}
