package ganglion.cochlea.spectrum;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightedRowsTest {

    private static final double[][] ROWS = {{9, 9}, {1, 10}, {2, 20}, {3, 30}, {4, 40}, {5, 50}, {6, 60}, {7, 70}};
    private static final double[] WEIGHTS = {100, 100, 1, 2, 4, 8, 16, 32, 64};

    /** Counts below, at and between multiples of three: integers, so that sums are exact. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void sumsAsManyRowsAsAreAskedFor(int count) {
        double expected = 0;
        for (int i = 0; i < count; i++) {
            expected += (i + 1) * WEIGHTS[2 + i];
        }
        double[] sums = {-1, -1};

        WeightedRows.sum(ROWS, 1, WEIGHTS, 2, count, sums);

        assertArrayEquals(new double[] {expected, 10 * expected}, sums);
    }

    @Test
    void rowsMayBeLongerThanTheSums() {
        double[] sums = new double[1];

        WeightedRows.sum(ROWS, 1, WEIGHTS, 2, 2, sums);

        assertEquals(5, sums[0]);
    }

    /** Products are added in threes: 1e16 swallows a lone 1, but not the sum of two. */
    @Test
    void threeProductsAreAddedBeforeTheyMeetTheSum() {
        double[][] rows = {{1e16}, {0}, {0}, {1}, {1}, {0}, {0}, {0}};
        double[] ones = {1, 1, 1, 1, 1, 1, 1, 1};
        double[] sums = new double[1];

        WeightedRows.sum(rows, 0, ones, 0, 8, sums);

        assertEquals(1e16 + 2, sums[0]);
    }
}
