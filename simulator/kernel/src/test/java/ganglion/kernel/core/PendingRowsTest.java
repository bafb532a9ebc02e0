package ganglion.kernel.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import ganglion.kernel.network.DenseSynapses;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PendingRowsTest {

    private static final int SOURCES = 12;
    private static final int TARGETS = 37;

    private final Random random = new Random(8);
    private final PendingRows pending = new PendingRows();

    private DenseSynapses matrix() {
        return new DenseSynapses(
                SOURCES, TARGETS, random.doubles(SOURCES * TARGETS, -1, 1).toArray(), 1);
    }

    /** Weights whose sums are rounded, so that another order would give other bits. */
    @ParameterizedTest
    @ValueSource(ints = {0, 5})
    void addsAnyNumberOfRowsWithTheBitsOfOneAfterTheOther(int offset) {
        DenseSynapses synapses = matrix();
        for (int rows = 1; rows <= 9; rows++) {
            double[] input = random.doubles(TARGETS + 8, -1, 1).toArray();
            double[] expected = input.clone();
            for (int k = 0; k < rows; k++) {
                int source = random.nextInt(SOURCES);
                pending.add(synapses, source * TARGETS + 3, TARGETS - 10, input, offset);
                for (int target = 3; target < TARGETS - 7; target++) {
                    expected[offset + target] += synapses.weight(source, target);
                }
            }
            pending.flush();
            assertArrayEquals(expected, input, rows + " rows");
        }
    }

    @Test
    void addsTheRowsOfOneMatrixBeforeThoseOfAnother() {
        DenseSynapses one = matrix();
        DenseSynapses other = matrix();
        double[] input = new double[TARGETS];
        double[] expected = new double[TARGETS];
        for (int k = 0; k < 6; k++) {
            DenseSynapses synapses = k % 3 == 2 ? other : one;
            pending.add(synapses, k * TARGETS, TARGETS, input, 0);
            for (int target = 0; target < TARGETS; target++) {
                expected[target] += synapses.weight(k, target);
            }
        }
        pending.flush();

        assertArrayEquals(expected, input);
    }
}
