package ganglion.kernel.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DelayPackingTest {

    @Test
    void keepsTargetsWhateverTheDelay() {
        for (int targets : new int[] {1, 2, 3, 64, 65, 1 << 20}) {
            DelayPacking packing = DelayPacking.of(TargetSlice.whole(targets), 3, 700);
            for (int delay : new int[] {3, 4, 700}) {
                assertEquals(targets - 1, packing.target(packing.pack(targets - 1, delay)));
                assertEquals(0, packing.target(packing.pack(0, delay)));
                assertEquals(delay, packing.delayTicks(packing.pack(targets - 1, delay)));
            }
        }
    }

    @Test
    void packsOnlyWhatFits() {
        assertTrue(DelayPacking.of(TargetSlice.whole(1 << 20), 1, 1 << 12).packs());
        assertFalse(
                DelayPacking.of(TargetSlice.whole(1 << 20), 1, 1 + (1 << 12)).packs());
        assertFalse(DelayPacking.of(TargetSlice.whole(1 + (1 << 30)), 1, 1).packs());
        assertEquals(77, DelayPacking.of(TargetSlice.whole(1 << 20), 1, 1 << 20).target(77));
    }

    @Test
    void keepsTheLargestDelayThatFitsApart() {
        DelayPacking packing = DelayPacking.of(TargetSlice.whole(1 << 20), 7, 6 + (1 << 12));

        assertEquals(6 + (1 << 12), packing.delayTicks(packing.pack(5, 6 + (1 << 12))));
        assertEquals(5, packing.target(packing.pack(5, 6 + (1 << 12))));
    }
}
