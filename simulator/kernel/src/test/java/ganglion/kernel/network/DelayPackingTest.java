package ganglion.kernel.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DelayPackingTest {

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
