package ganglion.kernel.neuron.model;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.neuron.Driver;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeAdLifTest {

    /** From any state the bound is above what the potential comes to, and not by much where the state turns. */
    @Test
    void theBoundIsNeverBelowWhatThePotentialReaches() {
        Random random = new Random(5);
        int close = 0;
        for (int i = 0; i < 2_000; i++) {
            double beta = random.nextInt(10) == 0 ? 0 : random.nextDouble();
            double rho = random.nextDouble();
            double most = Math.min(CouplingBound.of(beta, rho), 200);
            double a = random.nextInt(3) == 0 ? random.nextDouble(-0.99, 1) : random.nextDouble(-0.99, 0.99 * most);
            double v = random.nextDouble(-1, 1);
            double w = random.nextDouble(-3, 3);
            double highest = 0;
            double x = v;
            double y = w;
            for (int tick = 0; tick < 3_000; tick++) {
                x = beta * x - (1 - beta) * y;
                y = rho * y + (1 - rho) * a * x;
                highest = Math.max(highest, x);
            }
            SeAdLif.SwingBound bound = SeAdLif.SwingBound.of(beta, rho, a);
            if (highest > 0) {
                assertTrue(
                        bound.mayExceed(Math.nextDown(highest), v, w), beta + " " + rho + " " + a + " " + v + " " + w);
            }
            close += bound.mayExceed(4 * highest + 1e-9, v, w) ? 0 : 1;
        }
        assertTrue(close > 900, "close bounds: " + close);
    }

    @Test
    void leavesNeuronsAloneThatCannotReachTheThreshold() {
        Driver driver = new Driver(SeAdLif.of(0.9, 0.95, 5, 1), 3);

        driver.sparse(0, 1, 0, 15);
        for (long tick = 1; tick < 200; tick++) {
            driver.sparse(tick);
        }

        assertTrue(driver.isIdle());
        assertTrue(driver.visits() < 60, "visits: " + driver.visits());
    }

    @Test
    void refusesCouplingsThatAreNotStable() {
        double largest = CouplingBound.of(0.5, 0.75);
        assertDoesNotThrow(() -> SeAdLif.of(0.5, 0.75, Math.nextDown(largest), 0));
        assertThrows(IllegalArgumentException.class, () -> SeAdLif.of(0.5, 0.75, largest, 0));
        String low = assertThrows(IllegalArgumentException.class, () -> SeAdLif.of(0.5, 0.75, -1, 0))
                .getMessage();
        assertEquals(
                "the a of neuron 0 is -1.0, expected more than -1 and less than 21.0, or its potential would grow"
                        + " without end",
                low);
        assertThrows(IllegalArgumentException.class, () -> SeAdLif.of(1, 0.75, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> SeAdLif.of(0.5, 1, 0, 0));
    }
}
