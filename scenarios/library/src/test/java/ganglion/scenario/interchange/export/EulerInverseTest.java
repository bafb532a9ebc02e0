package ganglion.scenario.interchange.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.scenario.interchange.compile.UnitGain;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EulerInverseTest {

    /** Every factor that an import can give is found again, with a gain of one or any that a resistance gave. */
    @Test
    void findsWhatForwardEulerTurnsIntoTheSameFactors() {
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            double step = Math.pow(10, -5 + 4 * random.nextDouble());
            double tau = step * (1 + Math.pow(10, 3 * random.nextDouble() - 1));
            double beta = 1 - step / tau;
            double gain = UnitGain.of(10 * random.nextDouble() * (step / tau));
            EulerInverse inverse = new EulerInverse(step);

            EulerInverse.Leak unit = inverse.leak(beta, 1);
            EulerInverse.Leak gained = inverse.leak(beta, gain);

            assertTrue(inverse.isExact(), "step " + step + ", tau " + tau);
            assertEquals(beta, 1 - step / unit.tau());
            assertEquals(1, UnitGain.of(unit.factor() * (step / unit.tau())));
            assertEquals(beta, 1 - step / gained.tau());
            assertEquals(gain, gained.factor() * (step / gained.tau()));
        }
    }

    @Test
    void saysWhenThereIsNone() {
        EulerInverse inverse = new EulerInverse(1e-3);

        EulerInverse.Leak leak = inverse.leak(1e-20, 1);

        assertFalse(inverse.isExact());
        assertEquals(1e-3, leak.tau(), 1e-18);
    }

    @Test
    void findsTheResistanceOfAnIntegrator() {
        EulerInverse inverse = new EulerInverse(1e-4);

        assertEquals(1, inverse.perStep() * 1e-4);
        assertTrue(inverse.isExact());
    }
}
