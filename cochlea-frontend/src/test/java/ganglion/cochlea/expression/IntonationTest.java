package ganglion.cochlea.expression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cochlea.expression.Tones.Partial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntonationTest {

    private static final int STEP = 45;
    /** First number of the rate of 5 Hz. */
    private static final int FIVE_HERTZ = 3;

    private static double[][] of(double[] samples) {
        return new Intonation(Tones.RATE_HERTZ, 0.01).of(samples, 4);
    }

    private static double[] vibrato(double cents) {
        return Tones.of(new Partial(600, 0.3, 5, cents, 0), new Partial(1200, 0.1, 5, cents, 0));
    }

    /** Of a number, the cents that were compressed to it. */
    private static double cents(double number) {
        return Math.pow(10, number - 1.3) - 0.05;
    }

    @ParameterizedTest
    @ValueSource(doubles = {3, 10, 20})
    void theDepthOfAVibratoIsMeasuredInCents(double depth) {
        double[] row = of(vibrato(depth))[STEP];

        // The spectra's own window of 64 ms smooths a vibrato of 5 Hz by a few per cent.
        assertEquals(depth, cents(row[FIVE_HERTZ]), 0.08 * depth);
        assertEquals(depth, cents(row[FIVE_HERTZ + 1]), 0.08 * depth);
        assertEquals(2, row[FIVE_HERTZ + 2], 0.05);
    }

    @Test
    void aSteadyToneHasNone() {
        double[][] rows = of(Tones.of(Partial.steady(600, 0.3), Partial.steady(1200, 0.1)));

        for (int s = 20; s < rows.length; s++) {
            for (double number : rows[s]) {
                assertEquals(0, number, 0.02);
            }
        }
    }

    @Test
    void partialsThatMoveAgainstEachOtherShareNothing() {
        double[] against = Tones.of(new Partial(600, 0.3, 5, 10, 0), new Partial(1200, 0.3, 5, 10, Math.PI));
        double[] row = of(against)[STEP];

        assertTrue(cents(row[FIVE_HERTZ]) < 1, "together " + cents(row[FIVE_HERTZ]));
        assertEquals(10, cents(row[FIVE_HERTZ + 1]), 1);
        assertTrue(row[FIVE_HERTZ + 2] < 0.2, "share " + row[FIVE_HERTZ + 2]);
    }

    @Test
    void layersOutOfTuneShareLessThanAVibrato() {
        double[] layers = Tones.of(
                Partial.steady(600, 0.3),
                Partial.steady(604, 0.2),
                Partial.steady(1200, 0.2),
                Partial.steady(1209, 0.15));
        double[][] rows = of(layers);
        double share = 0;
        for (int s = 20; s < rows.length; s++) {
            share += rows[s][FIVE_HERTZ + 2] / (rows.length - 20);
        }

        assertTrue(share < 1.8, "share " + share);
        assertTrue(of(vibrato(10))[STEP][FIVE_HERTZ + 2] > 1.95);
    }

    @Test
    void loudnessDoesNotMatter() {
        double[][] loud = of(Tones.disturbed(vibrato(10), 0.003, 1));
        double[][] quiet = of(Tones.disturbed(vibrato(10), 0.003, 0.01));

        for (int s = 0; s < loud.length; s++) {
            assertArrayEquals(loud[s], quiet[s], 1e-9);
        }
    }

    @Test
    void noiseTenDecibelsBelowHidesNoVibrato() {
        // The power of the two partials is 0.05.
        double[] row = of(Tones.disturbed(vibrato(10), Math.sqrt(0.005), 1))[STEP];

        assertEquals(10, cents(row[FIVE_HERTZ]), 1.5);
    }

    @Test
    void silenceGivesZeros() {
        for (double[] row : of(new double[32_000])) {
            assertArrayEquals(new double[Intonation.features()], row);
        }
    }

    @Test
    void isZeroUntilTheWindowIsFull() {
        double[][] rows = of(vibrato(10));

        assertEquals(0, rows[4][0]);
        assertTrue(rows[5][0] > 0);
        assertEquals(0, rows[9][FIVE_HERTZ]);
        assertTrue(rows[10][FIVE_HERTZ] > 0);
    }

    @Test
    void framesMustBeCloseEnough() {
        assertThrows(IllegalArgumentException.class, () -> new Intonation(Tones.RATE_HERTZ, 0.02));
    }
}
