package ganglion.cochlea.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FluctuationTest {

    private static final double HOP_SECONDS = 0.01;

    private static double[] sine(double hertz, double decibels, double phase) {
        double[] levels = new double[100];
        for (int t = 0; t < levels.length; t++) {
            levels[t] = -20 + decibels * Math.sin(2 * Math.PI * hertz * t * HOP_SECONDS + phase);
        }
        return levels;
    }

    @Test
    void aSteadyLevelDoesNotFluctuate() {
        Fluctuation fluctuation = new Fluctuation(9, 20, HOP_SECONDS);

        assertEquals(0, fluctuation.at(sine(9, 0, 0), 60), 1e-12);
    }

    @Test
    void aSineAtTheRateGivesItsAmplitudeAtAnyPhase() {
        Fluctuation fluctuation = new Fluctuation(10, 40, HOP_SECONDS);

        for (double phase = 0; phase < 6; phase += 0.7) {
            assertEquals(0.8, fluctuation.at(sine(10, 0.8, phase), 70), 0.01);
        }
    }

    @Test
    void anotherRateGivesLess() {
        Fluctuation fluctuation = new Fluctuation(9, 40, HOP_SECONDS);

        assertTrue(fluctuation.at(sine(3, 1, 0.3), 70) < 0.05);
    }

    @Test
    void isZeroUntilTheWindowIsFull() {
        Fluctuation fluctuation = new Fluctuation(9, 20, HOP_SECONDS);
        double[] levels = sine(9, 1, 0);

        assertEquals(0, fluctuation.at(levels, 18));
        assertTrue(fluctuation.at(levels, 19) > 0.5);
    }
}
