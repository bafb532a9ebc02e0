package ganglion.cochlea.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cochlea.expression.Expression.LevelTrack;
import org.junit.jupiter.api.Test;

class LevelTrackTest {

    @Test
    void anExponentOfOneGivesTheLevelOfTheWholeSound() {
        assertEquals(0, LevelTrack.of(new double[] {0.1, 0.3, 0.6}, 1), 1e-9);
        assertEquals(-20, LevelTrack.of(new double[] {0, 0, 0.01}, 1), 1e-9);
    }

    @Test
    void aHighExponentGivesTheStrongestBandAndIsHardlyMovedByNoise() {
        double[] inNoise = {1, 0.1, 0.1, 0.1};

        assertEquals(LevelTrack.of(new double[] {1, 0, 0, 0}, 3), LevelTrack.of(inNoise, 3), 0.01);
        assertTrue(LevelTrack.of(inNoise, 1) > 1);
    }

    @Test
    void silenceHasALevel() {
        assertTrue(Double.isFinite(LevelTrack.of(new double[] {0, 0}, 1)));
    }
}
