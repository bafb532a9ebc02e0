package ganglion.kernel.neuron.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.neuron.Driver;
import java.util.List;
import org.junit.jupiter.api.Test;

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

    /** A quarter of a turn at half the size takes 2 on x to exactly 1 on y. */
    @Test
    void firesWhereTheSwingReachesTheThresholdExactly() {
        Driver driver = new Driver(ResonateAndFire.of(0.5, TURN / 4, 1), 1);

        assertEquals(List.of(), driver.sparse(0, 2));
        assertEquals(List.of(0), driver.sparse(1));
    }
}
