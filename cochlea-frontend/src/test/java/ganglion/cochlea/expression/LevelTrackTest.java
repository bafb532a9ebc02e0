package ganglion.cochlea.expression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cochlea.spectrum.Decibels;
import org.junit.jupiter.api.Test;

class LevelTrackTest {

    @Test
    void anExponentOfOneGivesTheLevelOfTheWholeSound() {
        double[] powers = {0.1, 0.3, 0.6, 0, 0, 0.01};

        assertArrayEquals(new double[] {0, -20}, LevelTrack.of(powers, 3, 1), 1e-9);
    }

    @Test
    void aHighExponentGivesTheStrongestBandAndIsHardlyMovedByNoise() {
        double[] alone = {1, 0, 0, 0};
        double[] inNoise = {1, 0.1, 0.1, 0.1};

        assertEquals(LevelTrack.of(alone, 4, 3)[0], LevelTrack.of(inNoise, 4, 3)[0], 0.01);
        assertTrue(LevelTrack.of(inNoise, 4, 1)[0] > 1);
    }

    @Test
    void silenceHasTheSmallestLevel() {
        assertEquals(-140, Decibels.ofPowers(new double[] {0, 1})[0], 1e-6);
        assertTrue(Double.isFinite(LevelTrack.of(new double[] {0, 0}, 2, 1)[0]));
    }
}
