package ganglion.kernel.neuron.model;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.neuron.Driver;
import ganglion.kernel.neuron.NeuronValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BalancedResonatorTest {

    private static final double LITTLE = 1e-12;

    /** A resonator whose refractory term is gone at the next tick. */
    private static BalancedResonator forgetful(double turn, double damping, double step, double threshold) {
        return new BalancedResonator(
                NeuronValues.of(turn),
                NeuronValues.of(damping),
                NeuronValues.of(step),
                NeuronValues.of(0),
                NeuronValues.of(threshold));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.3, -0.9})
    void withHardlyAnyDampingATurnKeepsItsSize(double turn) {
        Driver driver = new Driver(forgetful(turn, LITTLE, 0.1, 100), 1);

        driver.whole(0, 20);

        for (int k = 0; k < 500; k++) {
            assertEquals(2 * Math.cos(k * Math.asin(turn)), driver.potential(k, 0), 1e-8);
        }
    }

    @Test
    void asksForVisitsWhileTheTurnIsWideEnoughToFire() {
        Driver driver = new Driver(forgetful(0.3, 0.1, 0.1, 1), 2);

        driver.sparse(0, 20, 9);
        for (long tick = 1; tick < 60; tick++) {
            driver.sparse(tick);
        }

        assertTrue(driver.isIdle());
        assertTrue(driver.visits() > 4 && driver.visits() < 14, "visits: " + driver.visits());
    }

    @Test
    void refusesWhatWouldDiverge() {
        assertThrows(IllegalArgumentException.class, () -> BalancedResonator.of(1, 0.1, 0.01));
        assertThrows(IllegalArgumentException.class, () -> BalancedResonator.of(0.1, 0, 0.01));
        assertDoesNotThrow(() -> BalancedResonator.of(0.6, 1.5, 0.01));
        assertEquals(
                "the damping of neuron 0 is 1.55 and 0.10000000000000002 more after many spikes, expected at most 1.6"
                        + " together, or its potential would grow without end",
                assertThrows(IllegalArgumentException.class, () -> BalancedResonator.of(0.6, 1.55, 0.01))
                        .getMessage());
    }
}
