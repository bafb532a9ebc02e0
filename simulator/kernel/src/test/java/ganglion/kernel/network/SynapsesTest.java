package ganglion.kernel.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class SynapsesTest {

    @Test
    void sortsSparseRowsByDelayAndTargetAndKeepsTheOrderOfTwins() {
        SparseSynapses synapses = SparseSynapses.builder(3, 4)
                .add(2, 1, 0.5, 1)
                .add(0, 3, 1, 2)
                .add(2, 0, 2, 3)
                .add(0, 3, -1, 4)
                .add(0, 1, 4, 4)
                .add(0, 3, 7, 2)
                .build();

        assertEquals(6, synapses.count());
        assertEquals(4, synapses.outDegree(0));
        assertEquals(0, synapses.outDegree(1));
        assertEquals(2, synapses.outDegree(2));
        assertSynapse(synapses, 0, 0, 3, 1, 2);
        assertSynapse(synapses, 0, 1, 3, 7, 2);
        assertSynapse(synapses, 0, 2, 1, 4, 4);
        assertSynapse(synapses, 0, 3, 3, -1, 4);
        assertSynapse(synapses, 2, 0, 1, 0.5, 1);
        assertSynapse(synapses, 2, 1, 0, 2, 3);
        assertEquals(1, synapses.smallestDelayTicks());
    }

    @Test
    void readsDenseWeightsRowBySource() {
        DenseSynapses synapses = new DenseSynapses(2, 3, new double[] {1, 2, 3, 4, 5, 6}, 7);

        assertEquals(6, synapses.count());
        assertSynapse(synapses, 1, 2, 2, 6, 7);
        assertEquals(7, synapses.smallestDelayTicks());
    }

    private static void assertSynapse(Synapses synapses, int source, int index, int target, double weight, int delay) {
        assertEquals(target, synapses.target(source, index));
        assertEquals(weight, synapses.weight(source, index));
        assertEquals(delay, synapses.delayTicks(source, index));
    }

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
