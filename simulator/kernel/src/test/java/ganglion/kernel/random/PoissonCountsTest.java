package ganglion.kernel.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoissonCountsTest {

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-9, 0.02, 2, 17.3, 500})
    void invertsTheCumulativeDistribution(double mean) {
        PoissonCounts counts = new PoissonCounts(mean);
        double probability = StrictMath.exp(-mean);
        double sum = probability;
        int count = 0;
        for (int i = 0; i < 100_000; i++) {
            double uniform = i / 100_000.0;
            while (uniform >= sum) {
                count++;
                probability *= mean / count;
                sum += probability;
            }
            assertEquals(count, counts.count(uniform), "u = " + uniform);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-9, 0.02, 2, 17.3, 500})
    void addsTheCountsOfSuccessiveRandomNumbers(double mean) {
        PoissonCounts counts = new PoissonCounts(mean);
        CounterRandom random = CounterRandom.of(7, 1);
        double[] sums = new double[50_003];
        Arrays.fill(sums, 0.1);

        counts.addTo(sums, 2, 50_000, -0.3, random, 1L << 40);

        for (int i = 0; i < sums.length; i++) {
            boolean inside = i >= 2 && i < 50_002;
            int count = inside ? counts.count(random.uniform((1L << 40) + i - 2)) : 0;
            assertEquals(0.1 + -0.3 * count, sums[i], "sum " + i);
        }
    }

    @Test
    void endsWhateverTheRandomNumber() {
        assertTrue(new PoissonCounts(2).count(Math.nextDown(1.0)) < 64);
        assertEquals(0, new PoissonCounts(0).count(Math.nextDown(1.0)));
    }

    @Test
    void refusesMeansThatItHasNoTableFor() {
        for (double mean : new double[] {-1, 501, Double.NaN}) {
            assertThrows(IllegalArgumentException.class, () -> new PoissonCounts(mean));
        }
    }
}
