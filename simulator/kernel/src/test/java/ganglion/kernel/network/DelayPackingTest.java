package ganglion.kernel.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
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

    /** Two rows of sixty synapses and four delays. */
    private static SparseSynapses rowsOfFourDelays() {
        SparseSynapses.Builder builder = SparseSynapses.builder(2, 5);
        for (int i = 0; i < 120; i++) {
            builder.add(i / 60, i % 5, 1 + i % 7, 10 + i % 4);
        }
        return builder.build();
    }

    @Test
    void addsEachWeightToTheTickAtWhichItIsDue() {
        StoredSynapses synapses = rowsOfFourDelays();
        long spikeTick = 1_000_000_000_003L;
        int slots = 16;
        assertEquals(3, Synapses.targetBits(synapses.targetSize()));
        double[] expected = new double[slots << 3];
        for (int i = 0; i < synapses.outDegree(1); i++) {
            int slot = (int) ((spikeTick + synapses.delayTicks(1, i)) % slots);
            expected[slot * 8 + synapses.target(1, i)] += synapses.weight(1, i);
        }

        double[] ring = new double[slots << 3];
        int first = synapses.firstPosition(1);
        synapses.deliverAhead(first, first + synapses.outDegree(1), ring, spikeTick, Long.MAX_VALUE);

        assertArrayEquals(expected, ring);
    }

    @Test
    void addsNothingAheadOfAMatrix() {
        DenseSynapses matrix = new DenseSynapses(1, 2, new double[] {1, 2}, 3);

        assertThrows(UnsupportedOperationException.class, () -> matrix.deliverAhead(0, 2, new double[16], 0, 9));
    }
}
