package ganglion.scenario.bind;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.network.Synapses;
import org.junit.jupiter.api.Test;

class WeightedCurrentTest {

    private static double[] at(WeightedCurrent current, long tick) {
        double[] input = new double[2 * current.size()];
        current.addTo(tick, 0, current.size(), input, 0, current.size());
        return input;
    }

    @Test
    void numbersFlowTimesTheirWeightsAfterTheDelay() {
        Synapses synapses = new DenseSynapses(2, 2, new double[] {1, -2, 0.5, 4}, 1);

        WeightedCurrent current = WeightedCurrent.of("ear", "out", new float[][] {{1, 2}, {0, -1}}, synapses);

        assertArrayEquals(new double[] {0, 0, 0, 0}, at(current, 0));
        assertArrayEquals(new double[] {2, 6, 0, 0}, at(current, 1));
        assertArrayEquals(new double[] {0, 0, -0.5, -4}, at(current, 2), "what is below zero is kept apart");
        assertEquals(Long.MAX_VALUE, current.nextTick(3), "nothing flows after the last row");
    }

    @Test
    void eachSynapseHasItsDelay() {
        Synapses synapses =
                SparseSynapses.builder(2, 1).add(0, 0, 1, 3).add(1, 0, 10, 1).build();

        WeightedCurrent current = WeightedCurrent.of("ear", "out", new float[][] {{1, 1}}, synapses);

        assertEquals(10, at(current, 1)[0]);
        assertEquals(0, at(current, 2)[0]);
        assertEquals(1, at(current, 3)[0]);
    }

    @Test
    void refusesAPopulationOfAnotherSize() {
        WeightedCurrent current =
                WeightedCurrent.of("ear", "out", new float[][] {{1}}, new DenseSynapses(1, 2, new double[] {1, 1}, 1));

        assertThrows(IllegalArgumentException.class, () -> current.checkSize(3));
    }
}
