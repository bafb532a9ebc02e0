package ganglion.cochlea.contour;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ContourTest {

    @Test
    void levelsAreRelativeToTheLoudestWithinTheRange() {
        double[][] rows = new Contour(60).of(new double[] {-20, -50, -80, -100}, 2, 1);

        assertArrayEquals(new double[] {1, 0.5}, rows[0], 1e-12);
        assertArrayEquals(new double[] {0, 0}, rows[1], 1e-12);
    }

    @Test
    void risesAndFallsAreSeparateNumbers() {
        double[][] rows = new Contour(60, 1).of(new double[] {-20, -50, -50, -20}, 2, 1);

        assertArrayEquals(new double[] {1, 0.5, 2, 0, 1, 0}, rows[0], 1e-12, "out of silence");
        assertArrayEquals(new double[] {0.5, 1, 0, 1, 1, 0}, rows[1], 1e-12);
    }

    @Test
    void aStepIsTheMeanOfItsLastFrames() {
        double[][] rows = new Contour(60).of(new double[] {0, -30, -60, -60}, 1, 2);

        assertEquals(2, rows.length);
        assertEquals(0.75, rows[0][0], 1e-12);
        assertEquals(0, rows[1][0], 1e-12);
    }

    @Test
    void loudnessDoesNotMatter() {
        double[] levels = {-10, -20, -30, -15, -25, -5};
        double[] quiet = {-40, -50, -60, -45, -55, -35};

        double[][] rows = new Contour(50, 1).of(levels, 2, 1);
        double[][] quietRows = new Contour(50, 1).of(quiet, 2, 1);

        for (int s = 0; s < rows.length; s++) {
            assertArrayEquals(rows[s], quietRows[s], 1e-12);
        }
    }

    @Test
    void aBalancedContourIsCentredAndItsChangesCountByTheRootOfTheLag() {
        double[][] rows = new Contour(60, true, 1, 4).of(new double[] {-20, -50, -50, -20}, 2, 1);

        assertArrayEquals(new double[] {2, 0, 16, 0, 8, 0, 8, 0, 4, 0}, rows[0], 1e-12, "out of silence");
        assertArrayEquals(new double[] {0, 2, 0, 8, 8, 0, 4, 0, 8, 0}, rows[1], 1e-12);
    }

    @Test
    void onlyABalancedContourWeighsItsCepstrum() {
        assertEquals(0.75, new Contour(60, true, 1).cepstralWeight(3), 1e-12);
        assertEquals(1, new Contour(60, 1).cepstralWeight(3));
    }

    @Test
    void anImpossibleContourIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Contour(0, 1));
        assertThrows(IllegalArgumentException.class, () -> new Contour(60, 0));
    }
}
