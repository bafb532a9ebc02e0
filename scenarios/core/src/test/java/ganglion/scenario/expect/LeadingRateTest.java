package ganglion.scenario.expect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.random.CounterRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The probability of the fastest neuron, beside its integral and by drawing rates and counts. */
final class LeadingRateTest {

    private static final int STEPS = 20_000;

    /** With x = sin^2: the beta distribution at 1/2 is this integral up to pi/4 over that up to pi/2 (Simpson's rule). */
    private static double integral(int count, int other, double end) {
        double sum = 0;
        for (int i = 0; i <= STEPS; i++) {
            double angle = end * i / STEPS;
            double value = Math.pow(Math.sin(angle), 2.0 * other) * Math.pow(Math.cos(angle), 2.0 * count);
            sum += value * (i == 0 || i == STEPS ? 1 : i % 2 == 1 ? 4 : 2);
        }
        return sum * end / STEPS / 3;
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", "8, 0", "2, 1", "30, 29", "107, 3", "200, 150", "12, 12"})
    void isTheBetaDistributionAtOneHalf(int count, int other) {
        double expected = integral(count, other, Math.PI / 4) / integral(count, other, Math.PI / 2);

        assertEquals(expected, new LeadingRate().faster(count, other), 1e-12);
    }

    /** 1/2 + 1/pi with one spike to none; with equal counts neither is ahead. */
    @Test
    void knowsSimpleCases() {
        LeadingRate rates = new LeadingRate();

        assertEquals(0.5 + 1 / Math.PI, rates.faster(1, 0), 1e-15);
        assertEquals(0.5, rates.faster(1000, 1000), 0);
        assertEquals(1, rates.faster(100_000, 10), 1e-15);
        assertTrue(rates.faster(100_000, 100_000 - 1) > 0.5);
    }

    /** Of twelve neurons, eleven of which are silent, each adds its doubt: 11 (1 - P(8, 0)) = 0.008, and 0.018 with seven spikes. */
    @Test
    void addsTheDoubtsOfAllOthers() {
        int[] counts = new int[12];
        counts[3] = 8;
        assertTrue(new LeadingRate().isCertain(counts, 3, 0.99));
        counts[3] = 7;
        assertFalse(new LeadingRate().isCertain(counts, 3, 0.99));
        assertTrue(new LeadingRate().isCertain(counts, 3, 0.98));
        counts[4] = 7;
        assertFalse(new LeadingRate().isCertain(counts, 3, 0.51));
    }

    /**
     * Three neurons whose rates are drawn, a spike at a time goes to one of them in proportion to its rate: where the rule stops, the leader is the fastest in at least 95 of 100
     * cases. Rates as Jeffreys' prior has them, squares of normal numbers: their size does not matter.
     */
    @Test
    void isRightAsOftenAsItSays() {
        CounterRandom random = CounterRandom.of(5, 1);
        LeadingRate rule = new LeadingRate();
        int right = 0;
        int stopped = 0;
        for (int trial = 0; trial < 4000; trial++) {
            CounterRandom draws = random.branch(trial);
            double[] rates = new double[3];
            for (int i = 0; i < 3; i++) {
                rates[i] = Math.pow(draws.gaussian(i), 2);
            }
            int fastest = rates[0] >= rates[1] && rates[0] >= rates[2] ? 0 : rates[1] >= rates[2] ? 1 : 2;
            int[] counts = new int[3];
            int leader = 0;
            for (int spike = 0; spike < 400; spike++) {
                double at = draws.uniform(100 + spike) * (rates[0] + rates[1] + rates[2]);
                int neuron = at < rates[0] ? 0 : at < rates[0] + rates[1] ? 1 : 2;
                counts[neuron]++;
                leader = counts[neuron] > counts[leader] ? neuron : leader;
                if (rule.isCertain(counts, leader, 0.95)) {
                    stopped++;
                    right += leader == fastest ? 1 : 0;
                    break;
                }
            }
        }

        assertTrue(stopped > 3000, "stopped " + stopped);
        assertTrue(right >= 0.95 * stopped, right + " of " + stopped);
        assertTrue(right < stopped, "a rule that is never wrong stops too late");
    }
}
