package ganglion.hardware.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.SparseSynapses;
import org.junit.jupiter.api.Test;

class WeightMatrixTest {

    @Test
    void sumsSynapsesBetweenTheSameTwoNeurons() {
        WeightMatrix matrix = new WeightMatrix(SparseSynapses.builder(2, 3)
                .add(0, 1, 0.5, 1)
                .add(0, 1, -0.5, 2)
                .add(0, 2, 1, 1)
                .add(1, 0, 1, 1)
                .add(1, 0, 1, 4)
                .build());

        assertEquals(6, matrix.size());
        assertEquals(1, matrix.nonZeroInRow(0));
        assertEquals(1, matrix.nonZeroInRow(1));
        assertEquals(2, matrix.nonZero());
    }

    @Test
    void leavesOutZerosOfADenseProjection() {
        WeightMatrix matrix = new WeightMatrix(new DenseSynapses(2, 2, new double[] {1, 0, 0, 0}, 1));

        assertEquals(4, matrix.size());
        assertEquals(1, matrix.nonZeroInRow(0));
        assertEquals(0, matrix.nonZeroInRow(1));
        assertEquals(1, matrix.nonZero());
    }
}
