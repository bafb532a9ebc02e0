package ganglion.kernel.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.random.Distribution.Clipped;
import ganglion.kernel.random.Distribution.Lognormal;
import ganglion.kernel.random.Distribution.Normal;
import ganglion.kernel.random.Distribution.Truncated;
import ganglion.kernel.random.Distribution.Uniform;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistributionTest {

    private static final int DRAWS = 200_000;

    private static double[] draws(Distribution distribution) {
        CounterRandom random = new CounterRandom(20);
        return IntStream.range(0, DRAWS)
                .mapToDouble(index -> distribution.draw(random, index))
                .toArray();
    }

    private static double mean(double[] numbers) {
        return Arrays.stream(numbers).average().orElseThrow();
    }

    private static double deviation(double[] numbers) {
        double mean = mean(numbers);
        return Math.sqrt(Arrays.stream(numbers)
                .map(x -> (x - mean) * (x - mean))
                .average()
                .orElseThrow());
    }

    /** Quantiles to 15 digits from tables of the normal distribution. */
    @ParameterizedTest
    @CsvSource({
        "0.5, 0",
        "0.975, 1.959963984540054",
        "0.84134474606854293, 1",
        "0.0013498980316300933, -3",
        "2.8665157187919391e-7, -5",
        "1e-15, -7.941345326170998"
    })
    void turnsProbabilitiesIntoNormalQuantiles(double probability, double quantile) {
        assertEquals(quantile, NormalQuantile.of(probability), 1e-13 * Math.max(1, Math.abs(quantile)));
    }

    @Test
    void hasTheMomentsOfItsName() {
        double[] normal = draws(new Normal(3, 2));
        assertEquals(3, mean(normal), 0.02);
        assertEquals(2, deviation(normal), 0.02);

        double[] uniform = draws(new Uniform(-1, 5));
        assertEquals(2, mean(uniform), 0.02);
        assertEquals(6 / Math.sqrt(12), deviation(uniform), 0.02);

        double[] lognormal = draws(new Lognormal(-1, 0.5));
        assertEquals(Math.exp(-1 + 0.125), mean(lognormal), 0.005);
    }

    @Test
    void clipsByMovingAndTruncatesByDrawingAgain() {
        double[] clipped = draws(new Clipped(new Normal(0, 1), -1, 1));
        double[] truncated = draws(new Truncated(new Normal(0, 1), -1, 1));

        long onBounds = Arrays.stream(clipped).filter(x -> Math.abs(x) == 1).count();
        assertEquals(0.3173, onBounds / (double) DRAWS, 0.005);
        assertEquals(0, Arrays.stream(truncated).filter(x -> Math.abs(x) >= 1).count());
        // The deviation of a normal number given that it lies within one deviation of its mean.
        assertEquals(0.5396, deviation(truncated), 0.005);
    }

    @Test
    void endsTruncationThatExcludesEverything() {
        assertEquals(100, new Truncated(new Normal(0, 1), 100, 101).draw(new CounterRandom(1), 0));
    }

    @Test
    void refusesParametersThatMakeNoDistribution() {
        assertRefused(() -> new Uniform(2, 1));
        assertRefused(() -> new Uniform(0, Double.POSITIVE_INFINITY));
        assertRefused(() -> new Uniform(-Double.MAX_VALUE, Double.MAX_VALUE));
        assertRefused(() -> new Truncated(new Normal(0, 1), 2, 1));
        assertRefused(() -> new Normal(Double.NaN, 1));
        assertRefused(() -> new Normal(0, -1));
        assertRefused(() -> new Lognormal(0, -1));
        assertRefused(() -> new Clipped(new Normal(0, 1), 1, Double.NaN));
    }

    @Test
    void drawsTheOneNumberThatIsLeft() {
        CounterRandom random = new CounterRandom(8);

        assertEquals(2, new Uniform(2, 2).draw(random, 5));
        assertEquals(2, new Normal(2, 0).draw(random, 5));
        assertEquals(Math.E, new Lognormal(1, 0).draw(random, 5), 1e-15);
        assertEquals(3, new Clipped(new Normal(2, 0), 3, 3).draw(random, 5));
        assertEquals(3, new Truncated(new Normal(0, 1), 3, 3).draw(random, 5));
    }

    private static void assertRefused(Runnable construction) {
        assertTrue(assertThrows(IllegalArgumentException.class, construction::run)
                .getMessage()
                .contains("expected"));
    }

    @Test
    void givesSeveralNumbersAtOnceThatAreThoseOneByOne() {
        CounterRandom random = new CounterRandom(7);
        int[] lower = IntStream.range(0, 20_000).map(i -> 3 * i).toArray();
        Normal normal = new Normal(1.5, 0.75);
        for (Distribution distribution : new Distribution[] {
            normal,
            new Uniform(-1, 1),
            new Lognormal(0, 1),
            new Clipped(normal, 1, 2),
            new Truncated(normal, 0.05, 3),
            new Truncated(new Normal(0, 1), 100, 101),
            new Truncated(new Clipped(normal, 0, 9), -0.0, 9)
        }) {
            double[] numbers = new double[lower.length];
            distribution.drawEach(random, 5L << 32, lower, 100, lower.length, numbers);
            for (int i = 100; i < lower.length; i++) {
                assertEquals(
                        Double.doubleToRawLongBits(distribution.draw(random, 5L << 32 | lower[i])),
                        Double.doubleToRawLongBits(numbers[i - 100]),
                        distribution + " at " + lower[i]);
            }
        }
    }
}
