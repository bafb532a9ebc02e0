package ganglion.learning.eventprop.forward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.learning.eventprop.ExponentialDynamics;
import ganglion.learning.eventprop.forward.LayerRun.ThresholdCrossing;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThresholdCrossingTest {

    /** In closed form and with Newton's method, for a ratio of 2 and others, against a search in small steps. */
    @ParameterizedTest
    @CsvSource({"8,4", "8.000000001,4", "20,4", "4.1,4", "3,4", "1,10"})
    void timeIsThatOfTheFirstCrossing(double membrane, double synapse) {
        ExponentialDynamics dynamics = new ExponentialDynamics(membrane, synapse);
        ThresholdCrossing crossing = new ThresholdCrossing(dynamics, 1);
        SplittableRandom random = new SplittableRandom(5);
        int crossings = 0;
        for (int n = 0; n < 500; n++) {
            double potential = random.nextDouble(-2, 0.999);
            double current = random.nextDouble(-1, 12);
            double found = crossing.within(potential, current, 0);
            double expected = search(dynamics, potential, current);
            if (expected == Double.POSITIVE_INFINITY || found == Double.POSITIVE_INFINITY) {
                double peak = peak(dynamics, potential, current);
                assertTrue(
                        expected == found || Math.abs(peak - 1) < 1e-5,
                        potential + " and " + current + ": found " + found + ", expected " + expected);
                continue;
            }
            crossings++;
            assertEquals(expected, found, 0.011);
            assertEquals(1, potential(dynamics, potential, current, found), 1e-12);
        }
        assertTrue(crossings > 50, "crossings: " + crossings);
    }

    private static double search(ExponentialDynamics dynamics, double potential, double current) {
        for (int k = 0; k < 10_000; k++) {
            if (potential(dynamics, potential, current, k * 0.01) >= 1) {
                return k * 0.01;
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    private static double peak(ExponentialDynamics dynamics, double potential, double current) {
        double most = potential;
        for (int k = 0; k < 10_000; k++) {
            most = Math.max(most, potential(dynamics, potential, current, k * 0.01));
        }
        return most;
    }

    private static double potential(ExponentialDynamics dynamics, double potential, double current, double time) {
        double m = Math.exp(-time / dynamics.membrane());
        double s = Math.exp(-time / dynamics.synapse());
        return potential * m + current * dynamics.synapse() / (dynamics.membrane() - dynamics.synapse()) * (m - s);
    }
}
