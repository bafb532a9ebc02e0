package ganglion.kernel.plasticity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightChangesTest {

    private static PairStdp withExponents(double potentiation, double depression) {
        return new PairStdp(0.1, 1.5, potentiation, depression, 4, 200, 100);
    }

    private static double potentiate(PairStdp rule, double weight, double trace) {
        double[] weights = {-1, weight};
        new WeightChanges(rule).potentiate(weights, new int[] {1}, new double[] {trace}, 1);
        assertEquals(-1, weights[0]);
        return weights[1];
    }

    private static double depress(PairStdp rule, double weight, double trace) {
        double[] weights = {weight, -1};
        new WeightChanges(rule).depress(weights, new double[] {trace, trace}, 1);
        assertEquals(-1, weights[1]);
        return weights[0];
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.02, 0.4, 0.5, 1, 1.7, 2, 6})
    void followsTheEquationsForAnyWeightAndTrace(double exponent) {
        Random random = new Random(1);
        for (double other : new double[] {0, 0.3, 1}) {
            PairStdp rule = new PairStdp(0.02, 1.1, exponent, other, 3, 20, 20);
            PairStdp reversed = new PairStdp(0.02, 1.1, other, exponent, 3, 20, 20);
            for (int i = 0; i < 200; i++) {
                double weight = 3 * random.nextDouble();
                double trace = 3 * random.nextDouble();
                assertEquals(StdpOracle.potentiate(rule, weight, trace), potentiate(rule, weight, trace), 4e-15);
                assertEquals(StdpOracle.depress(reversed, weight, trace), depress(reversed, weight, trace), 4e-15);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.4, 0.5, 1, 3})
    void staysWithinTheBounds(double exponent) {
        PairStdp rule = withExponents(exponent, exponent);

        assertEquals(4, potentiate(rule, 3.9, 1e6));
        assertEquals(4, potentiate(rule, 4, 0));
        assertEquals(0, depress(rule, 0.1, 1e6));
        assertEquals(0, depress(rule, 0, 0));
    }

    /** Proportional depression alone would go on for ever, into numbers that processors are slow at. */
    @Test
    void letsAWeightThatDecaysForEverReachZeroWithoutSubnormalNumbers() {
        WeightChanges changes = new WeightChanges(withExponents(1, 1));
        double[] weights = {4};
        double smallest = 4;
        for (int i = 0; weights[0] > 0; i++) {
            assertTrue(i < 10_000, "still " + weights[0]);
            smallest = weights[0];
            changes.depress(weights, new double[] {1}, 1);
        }

        assertTrue(smallest > Double.MIN_NORMAL, "smallest " + smallest);
        assertTrue(smallest < 0x1p-890, "smallest " + smallest);
    }

    /** Spikes of one synapse are listed from the latest to the earliest, and taken in from the earliest on. */
    @Test
    void takesInTheSpikesOfASynapseFromTheLastEntryToTheFirst() {
        PairStdp rule = withExponents(0.4, 0.4);
        double[] weights = {1, 2, 3};

        new WeightChanges(rule).potentiate(weights, new int[] {0, 2, 0}, new double[] {0.9, 0.5, 0.1}, 3);

        double expected = potentiate(rule, potentiate(rule, 1, 0.1), 0.9);
        assertArrayEquals(new double[] {expected, 2, potentiate(rule, 3, 0.5)}, weights);
    }
}
