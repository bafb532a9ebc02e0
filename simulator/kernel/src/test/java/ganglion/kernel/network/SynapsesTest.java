package ganglion.kernel.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class SynapsesTest {

    /** What is read is told by the sum: the targets at every sixteenth position, and weights of which there are many. */
    @Test
    void readsAheadFromEveryCacheLineOfAPieceUpToItsLastSynapse() {
        SparseSynapses.Builder shared = SparseSynapses.builder(1, 100);
        SparseSynapses.Builder floats = SparseSynapses.builder(1, 100);
        SparseSynapses.Builder doubles = SparseSynapses.builder(1, 100);
        for (int target = 0; target < 100; target++) {
            shared.add(0, target, 0.5, 1);
            floats.add(0, target, target < 90 ? 0 : 0.5, 1);
            doubles.add(0, target, target < 90 ? 0 : 0.1, 1);
        }

        assertEquals(17, shared.build().readAhead(17, 16));
        assertEquals(3 + 19 + 35 + 51, shared.build().readAhead(3, 49));
        assertEquals(99, shared.build().readAhead(99, 1));
        assertEquals(99 + Float.floatToRawIntBits(0.5f), floats.build().readAhead(99, 1));
        assertEquals(99 + Double.doubleToRawLongBits(0.1), doubles.build().readAhead(99, 1));
        assertEquals(0, new DenseSynapses(1, 2, new double[] {1, 2}, 1).readAhead(0, 2));
    }

    @Test
    void hasNoSmallestDelayWithoutSynapses() {
        assertEquals(Integer.MAX_VALUE, SparseSynapses.builder(1, 1).build().smallestDelayTicks());
        assertEquals(Integer.MAX_VALUE, new DenseSynapses(0, 3, new double[0], 1).smallestDelayTicks());
    }

    @Test
    void refusesImpossibleSynapses() {
        SparseSynapses.Builder builder = SparseSynapses.builder(2, 2);

        assertThrows(IllegalArgumentException.class, () -> builder.add(2, 0, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> builder.add(-1, 0, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> builder.add(0, 2, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> builder.add(0, -1, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> builder.add(0, 0, Double.NaN, 1));
        assertThrows(IllegalArgumentException.class, () -> builder.add(0, 0, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new DenseSynapses(2, 2, new double[3], 1));
        assertThrows(IllegalArgumentException.class, () -> new DenseSynapses(1, 1, new double[1], 0));
        assertThrows(
                IllegalArgumentException.class,
                () -> new DenseSynapses(1, 1, new double[] {Double.NEGATIVE_INFINITY}, 1));
    }
}
