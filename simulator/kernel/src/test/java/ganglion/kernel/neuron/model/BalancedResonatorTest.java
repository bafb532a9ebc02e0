package ganglion.kernel.neuron.model;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.neuron.Driver;
import ganglion.kernel.neuron.NeuronValues;
import java.util.List;
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

    /** q is 1 after the spike, 0.5 at the next tick: the threshold is 2, then 1.5. */
    @Test
    void aSpikeRaisesTheThresholdInsteadOfAReset() {
        BalancedResonator model = new BalancedResonator(
                NeuronValues.of(0),
                NeuronValues.of(0.5),
                NeuronValues.of(0.5),
                NeuronValues.of(0.5),
                NeuronValues.of(1));
        Driver driver = new Driver(model, 1);

        assertEquals(List.of(0), driver.whole(0, 4));
        assertEquals(2, driver.potential(0, 0), "no reset");
        // r is 1 - 0.5 - 0.5: nothing is left of the 2.
        assertEquals(List.of(), driver.whole(1, 4), "2 is not above 2");
        // r is 1 - 0.5 - 0.25.
        assertEquals(List.of(0), driver.whole(2, Math.nextUp(2.0)), "0.5 + 1 is above 1.5");
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
