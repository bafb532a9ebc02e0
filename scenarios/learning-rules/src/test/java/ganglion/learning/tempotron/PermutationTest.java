package ganglion.learning.tempotron;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.learning.tempotron.MapTempotron.Permutation;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PermutationTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 17, 1000})
    void everyNumberComesOnce(int size) {
        int[] order = Permutation.of(size, new SplittableRandom(size));

        assertArrayEquals(
                IntStream.range(0, size).toArray(),
                Arrays.stream(order).sorted().toArray());
    }

    @Test
    void theSameSeedGivesTheSameOrder() {
        assertArrayEquals(Permutation.of(50, new SplittableRandom(4)), Permutation.of(50, new SplittableRandom(4)));
    }

    @Test
    void allOrdersAreEquallyLikely() {
        SplittableRandom random = new SplittableRandom(9);
        Map<String, Integer> counts = new TreeMap<>();
        for (int draw = 0; draw < 6000; draw++) {
            counts.merge(Arrays.toString(Permutation.of(3, random)), 1, Integer::sum);
        }

        assertEquals(6, counts.size());
        // Five standard deviations of a binomial with 6000 draws at 1/6.
        counts.forEach((order, count) -> assertTrue(Math.abs(count - 1000) < 145, order + ": " + count));
    }
}
