package ganglion.cochlea.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cochlea.expression.Expression.Agreement;
import ganglion.cochlea.spectrum.Decibels;
import org.junit.jupiter.api.Test;

class AgreementTest {

    private static final double HOP_SECONDS = 0.01;

    /** Two bands of equal power that fluctuate by 1 dB at 9 Hz, the second at a phase of its own. */
    private static double[] powers(double secondPhase) {
        double[] powers = new double[160];
        for (int t = 0; t < 80; t++) {
            double phase = 2 * Math.PI * 9 * t * HOP_SECONDS;
            powers[2 * t] = Math.pow(10, 0.1 * Math.sin(phase));
            powers[2 * t + 1] = Math.pow(10, 0.1 * Math.sin(phase + secondPhase));
        }
        return powers;
    }

    private static Agreement measure(double secondPhase) {
        double[] powers = powers(secondPhase);
        Agreement agreement = new Agreement(new Fluctuation(9, 40, HOP_SECONDS), 2, 0.5);
        assertTrue(agreement.measure(powers, Decibels.ofPowers(powers), 70));
        return agreement;
    }

    @Test
    void bandsThatMoveAsOneAgree() {
        Agreement agreement = measure(0);

        assertEquals(1, agreement.coherence().together(), 0.02);
        assertEquals(1, agreement.coherence().alone(), 0.02);
        assertEquals(2, agreement.coherence().share(), 0.06);
    }

    @Test
    void bandsThatMoveAgainstEachOtherDoNot() {
        Agreement agreement = measure(Math.PI);

        assertEquals(0, agreement.coherence().together(), 0.02);
        assertEquals(1, agreement.coherence().alone(), 0.02);
        assertEquals(0, agreement.coherence().share(), 0.04);
    }

    @Test
    void measuresNothingUntilTheWindowIsFull() {
        double[] powers = powers(0);
        Agreement agreement = new Agreement(new Fluctuation(9, 40, HOP_SECONDS), 2, 0.5);

        assertFalse(agreement.measure(powers, Decibels.ofPowers(powers), 38));
    }
}
