package ganglion.kernel.connectivity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowScatterTest {

    /** Few rows, which are written at once; many, in bins that fill up; so many that bins get more rows. */
    @ParameterizedTest
    @CsvSource({"50, 40", "20000, 600", "20000, 3", "300000, 30"})
    void writesTheTargetsOfEachRowInTheOrderOfAdding(int rows, int targetsPerRow) {
        int[] rowStart = new int[rows + 1];
        Arrays.setAll(rowStart, row -> row * targetsPerRow);
        int[] expected = new int[rows * targetsPerRow];
        int[] found = new int[expected.length];
        Arrays.fill(found, -1);
        int[] place = Arrays.copyOf(rowStart, rows);
        TargetRows.RowScatter scatter = new TargetRows.RowScatter(Arrays.copyOf(rowStart, rows), found, 1);
        Random random = new Random(rows);
        Partners partners = new Partners(rows);
        int left = expected.length;
        for (int target = 0; left > 0; target++) {
            partners.clear();
            // A stride that visits every row equally often, from a random start: twins where it wraps round.
            int start = random.nextInt(rows);
            for (int i = 0; i < Math.min(left, rows + rows / 2); i++) {
                int source = (start + i) % rows;
                if (place[source] < rowStart[source + 1]) {
                    expected[place[source]++] = target;
                    partners.add(source);
                }
            }
            left -= partners.size();
            scatter.add(target, partners);
        }
        assertFalse(Arrays.equals(expected, new int[expected.length]));

        scatter.finish();

        assertArrayEquals(expected, found);
    }
}
