package ganglion.kernel.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinomialCountTest {

    private static final CounterRandom RANDOM = CounterRandom.of(7, 1);
    private static final int DRAWS = 100_000;

    /**
     * Pearson's statistic against the exact probabilities: counts that are expected fewer than 10 times together. It is below its
     * mean plus five of its deviations.
     */
    @ParameterizedTest
    @CsvSource({
        "1, 0.5",
        "20, 0.03",
        "30, 0.5",
        "30, 0.9",
        "60, 0.25",
        "400, 0.5",
        "400, 0.97",
        "5000, 0.004",
        "100000, 0.3"
    })
    void countsFollowTheBinomialDistribution(int trials, double probability) {
        int[] counts = new int[trials + 1];
        for (int i = 0; i < DRAWS; i++) {
            counts[BinomialCount.draw(trials, probability, RANDOM.branch(i))]++;
        }

        double statistic = 0;
        int cells = 0;
        double expectedRare = 0;
        double foundRare = 0;
        double logTerm = trials * Math.log1p(-probability);
        for (int k = 0; k <= trials; k++) {
            double expected = DRAWS * Math.exp(logTerm);
            logTerm += Math.log(probability / (1 - probability) * (trials - k) / (k + 1));
            if (expected < 10) {
                expectedRare += expected;
                foundRare += counts[k];
            } else {
                statistic += (counts[k] - expected) * (counts[k] - expected) / expected;
                cells++;
            }
        }
        if (expectedRare > 1) {
            statistic += (foundRare - expectedRare) * (foundRare - expectedRare) / expectedRare;
            cells++;
        }
        int freedom = cells - 1;
        assertTrue(statistic < freedom + 5 * Math.sqrt(2.0 * freedom), statistic + " of " + freedom);
    }

    @Test
    void largeCountsHaveMeanAndVariance() {
        int trials = 2_000_000_000;
        double mean = 0;
        double square = 0;
        for (int i = 0; i < 10_000; i++) {
            double scaled =
                    (BinomialCount.draw(trials, 0.4, RANDOM.branch(i)) - trials * 0.4) / Math.sqrt(trials * 0.4 * 0.6);
            mean += scaled / 10_000;
            square += scaled * scaled / 10_000;
        }
        assertEquals(0, mean, 0.05);
        assertEquals(1, square, 0.07);
    }

    @Test
    void nothingAndEverything() {
        assertEquals(0, BinomialCount.draw(0, 0.3, RANDOM));
        assertEquals(0, BinomialCount.draw(9, 0, RANDOM));
        assertEquals(9, BinomialCount.draw(9, 1, RANDOM));
    }
}
