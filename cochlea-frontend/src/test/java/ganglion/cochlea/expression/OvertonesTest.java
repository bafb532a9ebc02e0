package ganglion.cochlea.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cochlea.spectrum.Decibels;
import org.junit.jupiter.api.Test;

class OvertonesTest {

    private static final double HOP_SECONDS = 0.01;
    private static final int BANDS = 6;

    /** Band 0 is strongest, band 5 has a share of the power; both fluctuate, the second at a phase of its own. */
    private static Overtones measure(double power, double phase) {
        double[] powers = new double[80 * BANDS];
        for (int t = 0; t < 80; t++) {
            double angle = 2 * Math.PI * 9 * t * HOP_SECONDS;
            powers[t * BANDS] = Math.pow(10, 0.1 * Math.sin(angle));
            powers[t * BANDS + 5] = power * Math.pow(10, 0.1 * Math.sin(angle + phase));
        }
        Overtones overtones = new Overtones(new Fluctuation(9, 40, HOP_SECONDS), BANDS);
        double[] levels = Decibels.ofPowers(powers);
        for (int t = 0; t < 80; t++) {
            overtones.add(powers, t);
        }
        assertTrue(overtones.measure(levels, 79));
        return overtones;
    }

    @Test
    void theShareOfThePowerIsThatOutsideOfTheStrongestBand() {
        assertEquals(0.25, measure(1.0 / 3, 0).powerShare(), 0.02);
        assertEquals(0, measure(0, 0).powerShare(), 1e-6);
    }

    @Test
    void overtonesDepartIfTheyMoveOtherwiseThanTheStrongestBand() {
        double same = measure(0.25, 0).departure();
        double opposite = measure(0.25, Math.PI).departure();

        assertEquals(0.5 * 2, opposite - same, 0.05);
    }

    @Test
    void measuresNothingUntilTheWindowIsFull() {
        Overtones overtones = new Overtones(new Fluctuation(9, 40, HOP_SECONDS), BANDS);

        assertFalse(overtones.measure(new double[80 * BANDS], 38));
    }
}
