package ganglion.scenario.bind;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.DividedSynapses;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.network.TargetSlice;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeightedCurrentTest {

    private static WeightedCurrent of(float[][] rows, Synapses synapses) {
        return WeightedCurrent.of("ear", "out", rows, synapses, TargetSlice.whole(synapses.targetSize()));
    }

    private static double[] at(WeightedCurrent current, long tick) {
        double[] input = new double[2 * current.size()];
        current.addTo(tick, 0, current.size(), input, 0, current.size());
        return input;
    }

    @Test
    void numbersFlowTimesTheirWeightsAfterTheDelay() {
        Synapses synapses = new DenseSynapses(2, 2, new double[] {1, -2, 0.5, 4}, 1);

        WeightedCurrent current = of(new float[][] {{1, 2}, {0, -1}}, synapses);

        assertArrayEquals(new double[] {0, 0, 0, 0}, at(current, 0));
        assertArrayEquals(new double[] {2, 6, 0, 0}, at(current, 1));
        assertArrayEquals(new double[] {0, 0, -0.5, -4}, at(current, 2), "what is below zero is kept apart");
        assertEquals(Long.MAX_VALUE, current.nextTick(3), "nothing flows after the last row");
    }

    @Test
    void eachSynapseHasItsDelay() {
        Synapses synapses =
                SparseSynapses.builder(2, 1).add(0, 0, 1, 3).add(1, 0, 10, 1).build();

        WeightedCurrent current = of(new float[][] {{1, 1}}, synapses);

        assertEquals(10, at(current, 1)[0]);
        assertEquals(0, at(current, 2)[0]);
        assertEquals(1, at(current, 3)[0]);
    }

    /** Rows are divided for the threads of a run: the last synapse of a row need not be the one with the longest delay. */
    @Test
    void flowsThroughDividedRowsAsThroughUndividedOnes() {
        SparseSynapses whole = SparseSynapses.builder(1, 2)
                .add(0, 0, 0.5, 7)
                .add(0, 1, 3, 1)
                .add(0, 1, 2, 2)
                .build();
        Synapses divided = DividedSynapses.of(List.of(
                SparseSynapses.builder(1, 2, new TargetSlice(0, 1))
                        .add(0, 0, 0.5, 7)
                        .build(),
                SparseSynapses.builder(1, 2, new TargetSlice(1, 2))
                        .add(0, 1, 3, 1)
                        .add(0, 1, 2, 2)
                        .build()));
        float[][] rows = {{1}, {2}};
        WeightedCurrent expected = of(rows, whole);

        WeightedCurrent current = of(rows, divided);

        assertEquals(9, current.ticks());
        assertArrayEquals(expected.values(), current.values());
        assertEquals(expected.toString(), current.toString());
    }

    /** What is kept for some neurons is what flows into them in the whole, for as long as anything flows into any. */
    @Test
    void keepsWhatFlowsIntoTheHostedNeurons() {
        Synapses synapses = SparseSynapses.builder(2, 4)
                .add(0, 1, 0.1, 1)
                .add(0, 2, -3, 2)
                .add(1, 1, 0.2, 1)
                .add(1, 3, 5, 6)
                .build();
        float[][] rows = {{1, 2}, {0, 3}, {4, 0}};
        WeightedCurrent whole = of(rows, synapses);

        WeightedCurrent part = WeightedCurrent.of("ear", "out", rows, synapses, new TargetSlice(1, 3));
        WeightedCurrent none = WeightedCurrent.of("ear", "out", rows, synapses, TargetSlice.NONE);

        assertEquals(2 * whole.ticks(), part.values().length);
        assertEquals(0, none.values().length);
        for (int tick = 0; tick < whole.ticks(); tick++) {
            double[] input = new double[4];
            part.addTo(tick, 1, 2, input, 0, 2);
            double[] expected = at(whole, tick);
            assertArrayEquals(new double[] {expected[1], expected[2], expected[5], expected[6]}, input);
        }
        assertEquals(9, whole.ticks());
        for (WeightedCurrent other : List.of(part, none)) {
            assertEquals(whole.nextTick(8), other.nextTick(8));
            assertEquals(whole.nextTick(9), other.nextTick(9));
            assertEquals(whole.toString(), other.toString(), "another fingerprint");
            assertEquals(whole.numbers().nonZeroWeights(), other.numbers().nonZeroWeights());
        }
        assertNotEquals(
                whole.toString(),
                of(new float[][] {{1, 2}, {0, 3}, {4, 1}}, synapses).toString());
        Synapses others = SparseSynapses.builder(2, 4).add(0, 1, 0.1, 1).build();
        assertNotEquals(whole.toString(), of(rows, others).toString());
    }

    @Test
    void refusesAPopulationOfAnotherSize() {
        WeightedCurrent current = of(new float[][] {{1}}, new DenseSynapses(1, 2, new double[] {1, 1}, 1));

        assertThrows(IllegalArgumentException.class, () -> current.checkSize(3));
    }
}
