package ganglion.cochlea.spectrum;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expected numbers are those of scipy.signal.savgol_filter, which librosa.feature.delta calls. */
class DeltasTest {

    private static final double[] VALUES = {
        -0.6292880940615545, -0.48800582327685743, -0.7133133716322436, 0.5533784703532895,
        -0.06308597192528916, -0.5894312580326048, 0.40963782655711695, 0.8298553070613239,
        -1.643023371405677, -0.256730126365494, -0.9807473560440125, -0.17315522486203205
    };

    @Test
    void slopesAreThoseOfLibrosa() {
        double[] expected = {
            0.016695582493848046,
            0.016695582493848046,
            0.016695582493848046,
            0.016695582493848046,
            0.016695582493848036,
            -0.013972495662939517,
            -0.08734416602783793,
            -0.11743963113076719,
            -0.11743963113076712,
            -0.11743963113076712,
            -0.11743963113076712,
            -0.11743963113076712
        };

        assertArrayEquals(expected, new Deltas(9, 1).of(VALUES, 1), 1e-14);
    }

    @Test
    void curvaturesAreThoseOfLibrosa() {
        double[] expected = {
            -0.12322024557778379,
            -0.12322024557778379,
            -0.12322024557778379,
            -0.12322024557778379,
            -0.1232202455777837,
            -0.09202508739969083,
            -0.0952126679329079,
            0.031340166178255205,
            0.031340166178255253,
            0.031340166178255253,
            0.031340166178255253,
            0.031340166178255253
        };

        assertArrayEquals(expected, new Deltas(9, 2).of(VALUES, 1), 1e-14);
    }

    @Test
    void theNarrowestWindowTakesTheNeighbours() {
        double[] deltas = new Deltas(3, 1).of(VALUES, 1);

        assertEquals((VALUES[2] - VALUES[0]) / 2, deltas[1], 1e-15);
        assertEquals(deltas[1], deltas[0]);
    }

    @Test
    void parabolasHaveTheirOwnDerivatives() {
        double[] parabola = new double[40];
        Arrays.setAll(parabola, t -> 3 + 0.5 * t - 0.25 * t * t);

        double[] slopes = new Deltas(7, 1).of(parabola, 1);
        double[] curvatures = new Deltas(7, 2).of(parabola, 1);

        for (int t = 3; t < 37; t++) {
            assertEquals(0.5 - 0.5 * t, slopes[t], 1e-12);
            assertEquals(-0.5, curvatures[t], 1e-12);
        }
    }

    @Test
    void featuresDoNotMix() {
        double[] twoFeatures = new double[2 * VALUES.length];
        for (int t = 0; t < VALUES.length; t++) {
            twoFeatures[2 * t] = VALUES[t];
            twoFeatures[2 * t + 1] = 7 * t;
        }

        double[] deltas = new Deltas(5, 1).of(twoFeatures, 2);

        double[] alone = new Deltas(5, 1).of(VALUES, 1);
        for (int t = 0; t < VALUES.length; t++) {
            assertEquals(alone[t], deltas[2 * t]);
            assertEquals(7, deltas[2 * t + 1], 1e-12);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "4, 1", "4097, 1", "9, 0", "9, 3"})
    void refusesWindowsAndOrdersThatMakeNoSense(int width, int order) {
        assertThrows(IllegalArgumentException.class, () -> new Deltas(width, order));
    }

    @Test
    void refusesClipsShorterThanTheWindow() {
        String message = assertThrows(IllegalArgumentException.class, () -> new Deltas(9, 1).of(new double[16], 2))
                .getMessage();

        assertEquals("8 frames are too few, expected at least the window's 9", message);
    }
}
