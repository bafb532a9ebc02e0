package ganglion.learning.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpectrumChangeTest {

    private static final int BANDS = 16;
    private static final int FRAMES = 50;

    /** A peak in one band for the first frames, silence after it. */
    private static double[] peak(int band, int lastFrame) {
        double[] levels = new double[FRAMES * BANDS];
        Arrays.fill(levels, -80);
        for (int t = 0; t <= lastFrame; t++) {
            levels[t * BANDS + band] = -10;
        }
        return levels;
    }

    private static double centre(double[] levels, int frame) {
        double sum = 0;
        double weighted = 0;
        for (int band = 0; band < BANDS; band++) {
            double power = Math.pow(10, levels[frame * BANDS + band] / 10);
            sum += power;
            weighted += power * band;
        }
        return weighted / sum;
    }

    @Test
    void noChangeLeavesLevelsAsTheyAre() {
        double[] levels = peak(5, 20);

        assertFalse(SpectrumChange.NONE.active());
        assertArrayEquals(levels, SpectrumChange.NONE.apply(levels, BANDS, new Random(1)), 1e-12);
    }

    @Test
    void aShiftMovesAPeakByAsManyBandsAsWereDrawn() {
        SpectrumChange change = new SpectrumChange(2, 0, 0, 0, 0, 0, 0);
        for (int seed = 0; seed < 20; seed++) {
            double drawn = 2 * new Random(seed).nextGaussian();
            if (Math.abs(drawn) < 6) {
                double moved = centre(change.apply(peak(8, 40), BANDS, new Random(seed)), 10);
                assertEquals(8 - drawn, moved, 0.6, "seed " + seed);
            }
        }
    }

    @Test
    void stretchingMovesTheEndOfASound() {
        SpectrumChange change = new SpectrumChange(0, 0.3, 0, 0, 0, 0, 0);
        Random sameDraws = new Random(7);
        sameDraws.nextGaussian();
        double stretch = Math.exp(0.3 * sameDraws.nextGaussian());

        double[] changed = change.apply(peak(8, 20), BANDS, new Random(7));

        int end = 0;
        while (end < FRAMES && changed[end * BANDS + 8] > -40) {
            end++;
        }
        assertEquals(20 * stretch, end, 2);
    }

    @Test
    void tiltAndBendChangeAllFramesAlike() {
        SpectrumChange change = new SpectrumChange(0, 0, 4, 3, 2, 0, 0);
        double[] levels = peak(8, 40);

        double[] changed = change.apply(levels, BANDS, new Random(3));

        double[] first = new double[BANDS];
        for (int band = 0; band < BANDS; band++) {
            first[band] = changed[band] - levels[band];
        }
        for (int i = 0; i < levels.length; i++) {
            assertEquals(first[i % BANDS], changed[i] - levels[i], 1e-9);
        }
        assertTrue(Math.abs(first[0] - first[BANDS - 1]) > 0.1);
    }

    @Test
    void aWarpMovesTheEndsApartAndLeavesTheMiddle() {
        SpectrumChange change = new SpectrumChange(0, 0, 0, 0, 0, 0, 1);
        for (int seed = 0; seed < 20; seed++) {
            double[] drawn = drawnOfWarp(seed);
            for (int band : new int[] {4, 7, 12}) {
                double moved = centre(change.apply(peak(band, 40), BANDS, new Random(seed)), 10);
                double expected = band;
                for (int pass = 0; pass < 50; pass++) { // the band that sees the peak is a fixed point
                    expected = band - shift(drawn, expected);
                }
                assertEquals(expected, moved, 0.7, "seed " + seed + ", band " + band);
            }
        }
    }

    /** The two deviates that a change by nothing but a warp of one band takes: shift, stretch and colour are drawn before. */
    private static double[] drawnOfWarp(int seed) {
        Random sameDraws = new Random(seed);
        for (int draw = 0; draw < 5; draw++) {
            sameDraws.nextGaussian();
        }
        sameDraws.nextDouble();
        sameDraws.nextDouble();
        return new double[] {sameDraws.nextGaussian(), sameDraws.nextGaussian()};
    }

    private static double shift(double[] drawn, double band) {
        double place = 2 * band / (BANDS - 1) - 1;
        return drawn[0] * place + drawn[1] * Math.sin(Math.PI * place);
    }

    @Test
    void aWarpOfNothingDrawsNothing() {
        double[] levels = peak(5, 20);
        SpectrumChange withoutWarp = new SpectrumChange(1, 0.1, 4, 3, 2, 0.5, 0);

        double[] changed = withoutWarp.apply(levels, BANDS, new Random(4));

        Random draws = new Random(4);
        SpectrumChange withoutJitter = new SpectrumChange(1, 0.1, 4, 3, 2, 0, 0);
        double[] smooth = withoutJitter.apply(levels, BANDS, draws);
        Random jitter = new Random(4);
        for (int draw = 0; draw < 5; draw++) {
            jitter.nextGaussian();
        }
        jitter.nextDouble();
        jitter.nextDouble();
        assertEquals(0.5 * jitter.nextGaussian(), changed[0] - smooth[0], 1e-9);
    }

    @Test
    void aNegativeDeviationIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new SpectrumChange(-1, 0, 0, 0, 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new SpectrumChange(0, 0, 0, 0, 0, Double.NaN, 0));
        assertThrows(IllegalArgumentException.class, () -> new SpectrumChange(0, 0, 0, 0, 0, 0, -1));
    }
}
