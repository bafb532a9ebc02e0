package ganglion.hardware.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.SparseSynapses;
import org.junit.jupiter.api.Test;

class NumberInputTest {

    private static final float[][] ROWS = {{1, 0}, {0.5f, -1}, {0, 0}, {0, 3}};

    private final NumberInput layer =
            NumberInput.of("ear", "hidden", new DenseSynapses(2, 3, new double[] {1, 0, 2, 3, 4, 5}, 1), ROWS);

    @Test
    void countsWeightsAndNumbersThatAreNotZero() {
        assertEquals(2, layer.sources());
        assertEquals(3, layer.targets());
        assertEquals(5, layer.nonZeroWeights());
        // Number 0 meets two weights that are not zero, number 1 three.
        assertArrayEquals(new long[] {2, 2 + 3, 0, 3}, layer.effectiveAt());
        assertEquals(10, layer.effectiveMultiplyAccumulates());
        assertEquals(5, layer.effectiveMultiplyAccumulates(1));
        assertEquals(0, layer.effectiveMultiplyAccumulates(4), "after the last frame");
    }

    @Test
    void aFrameOfZerosIsAFrame() {
        assertEquals(4, layer.frames());
        assertEquals(4 * 6, layer.denseMultiplyAccumulates());
    }

    @Test
    void synapsesOfTheSameTwoNeuronsAreOneWeight() {
        SparseSynapses synapses = SparseSynapses.builder(1, 2)
                .add(0, 0, 0.5, 1)
                .add(0, 0, -0.5, 2)
                .add(0, 1, 1, 1)
                .build();

        NumberInput found = NumberInput.of("ear", "out", synapses, new float[][] {{7}});

        assertEquals(1, found.nonZeroWeights());
        assertEquals(1, found.effectiveMultiplyAccumulates());
        assertEquals(2, found.denseMultiplyAccumulates());
    }

    @Test
    void numbersAfterTheEndOfTheRunAreLeftOut() {
        NumberInput cut = layer.during(2, 2);

        assertEquals(7, cut.effectiveMultiplyAccumulates());
        assertEquals(12, cut.denseMultiplyAccumulates());
        assertEquals(10, layer.during(9, 4).effectiveMultiplyAccumulates(), "a longer run adds nothing");
    }

    @Test
    void refusesMoreThanWeightsAndFramesAllow() {
        assertThrows(IllegalArgumentException.class, () -> new NumberInput("ear", "hidden", 2, 3, 7, 1, new long[1]));
        assertThrows(
                IllegalArgumentException.class, () -> new NumberInput("ear", "hidden", 2, 3, 5, 1, new long[] {6}));
        assertThrows(IllegalArgumentException.class, () -> layer.during(2, 1));
    }
}
