package ganglion.kernel.neuron.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.neuron.Driver;
import ganglion.kernel.neuron.NeuronValues;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResonateAndFireTest {

    private static final double TURN = 2 * Math.PI;

    @Test
    void oscillatesAsTheExactSolution() {
        Driver driver = new Driver(ResonateAndFire.of(0.98, TURN / 37, 1e300), 1);

        driver.whole(0, 3);

        for (int k = 0; k < 200; k++) {
            double expected = 3 * Math.pow(0.98, k) * Math.sin(k * TURN / 37);
            assertEquals(expected, driver.potential(k, 0), 1e-12);
        }
    }

    /** Two pulses, neither enough alone, fire the neuron if a full turn lies between them, and not if half a turn does. */
    @ParameterizedTest
    @CsvSource({"40, 1", "20, 0", "80, 1", "60, 0", "30, 0"})
    void firesForPulsesInStepWithItsOscillation(long interval, int expected) {
        Driver driver = new Driver(ResonateAndFire.of(0.998, TURN / 40, 1.3), 1);
        int spikes = 0;

        for (long tick = 0; tick < 200; tick++) {
            spikes +=
                    driver.sparse(tick, tick == 0 || tick == interval ? 0.8 : 0).size();
        }

        assertEquals(expected, spikes);
    }

    @Test
    void isSetToTheResetPotentialBySpikes() {
        ResonateAndFire model = new ResonateAndFire(
                NeuronValues.of(0.9), NeuronValues.of(TURN / 4), NeuronValues.of(1), NeuronValues.of(-0.5));
        Driver driver = new Driver(model, 1);

        assertEquals(List.of(), driver.whole(0, 2));
        assertEquals(List.of(0), driver.whole(1));
        assertEquals(-0.5, driver.potential(1, 0));
        assertEquals(0, driver.potential(2, 0), 1e-16);
    }

    @Test
    void asksForVisitsWhileTheSwingIsWideEnoughToFire() {
        Driver driver = new Driver(ResonateAndFire.of(0.9, -TURN / 16, 1), 2);

        driver.sparse(0, 2, 0.9);
        for (long tick = 1; tick < 20; tick++) {
            driver.sparse(tick);
        }

        assertTrue(driver.isIdle());
        assertEquals(2 + 7, driver.visits());
    }

    @Test
    void refusesParametersThatMakeNoSense() {
        assertThrows(IllegalArgumentException.class, () -> ResonateAndFire.of(1, 0.1, 1));
        assertThrows(IllegalArgumentException.class, () -> ResonateAndFire.of(0.9, Double.NaN, 1));
        assertThrows(IllegalArgumentException.class, () -> ResonateAndFire.of(0.9, 0.1, 0));
        NeuronValues one = NeuronValues.of(1);
        assertThrows(IllegalArgumentException.class, () -> new ResonateAndFire(NeuronValues.of(0.5), one, one, one));
    }

    /** A quarter of a turn at half the size takes 2 on x to exactly 1 on y. */
    @Test
    void firesWhereTheSwingReachesTheThresholdExactly() {
        Driver driver = new Driver(ResonateAndFire.of(0.5, TURN / 4, 1), 1);

        assertEquals(List.of(), driver.sparse(0, 2));
        assertEquals(List.of(0), driver.sparse(1));
    }
}
