package ganglion.kernel.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntrySortTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 200, 70_000, 1L << 40, Long.MAX_VALUE})
    void sortsPartOfAnArrayAndLeavesTheRestAlone(long bound) {
        EntrySort sort = new EntrySort();
        for (int seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            long[] entries = random.longs(random.nextInt(1, 1500), 0, bound).toArray();
            int from = random.nextInt(entries.length);
            int to = random.nextInt(from, entries.length + 1);
            long[] expected = entries.clone();
            Arrays.sort(expected, from, to);

            sort.sort(entries, from, to);

            assertArrayEquals(expected, entries, "seed " + seed);
        }
    }

    /** A core's own entries, and those from another core. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 60, 400})
    void mergesTwoAscendingRunsOfPartOfAnArray(int first) {
        EntrySort sort = new EntrySort();
        for (int second : new int[] {0, 1, 5, 70, 400}) {
            Random random = new Random(1000 * first + second);
            int from = random.nextInt(3);
            int middle = from + first;
            int to = middle + second;
            long[] entries = random.longs(to + 2L, 0, 500).toArray();
            Arrays.sort(entries, from, middle);
            Arrays.sort(entries, middle, to);
            long[] expected = entries.clone();
            Arrays.sort(expected, from, to);

            sort.sort(entries, from, to);

            assertArrayEquals(expected, entries, second + " entries in the second run");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 24, 40, 55})
    void sortsEntriesThatDifferOnlyInHighBits(int lowestBit) {
        long[] entries = new Random(lowestBit)
                .longs(500, 0, 256)
                .map(digit -> digit << lowestBit | 77)
                .toArray();
        long[] expected = entries.clone();
        Arrays.sort(expected);

        new EntrySort().sort(entries, 0, entries.length);

        assertArrayEquals(expected, entries);
    }
}
