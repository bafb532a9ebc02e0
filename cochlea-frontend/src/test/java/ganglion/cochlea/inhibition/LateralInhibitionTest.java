package ganglion.cochlea.inhibition;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LateralInhibitionTest {

    @ParameterizedTest
    @CsvSource({"3, 1", "5, 0.5", "9, 1", "9, 0.25", "21, 0"})
    void kernelSumsToWhatItsStrengthLeaves(int width, double strength) {
        double[] kernel = new LateralInhibition(width, strength).kernelFromCentre();

        assertEquals(width / 2 + 1, kernel.length);
        assertEquals(1 - strength, 1 + 2 * Arrays.stream(kernel).skip(1).sum(), 1e-14);
    }

    @Test
    void flanksDecayAsACosine() {
        double[] kernel = new LateralInhibition(9, 1).kernelFromCentre();

        for (int j = 2; j <= 4; j++) {
            assertEquals(Math.cos(Math.PI * j / 10) / Math.cos(Math.PI / 10), kernel[j] / kernel[1], 1e-14);
            assertTrue(kernel[j] < 0);
        }
    }

    @Test
    void flatSpectraVanishButForTheirEdges() {
        double[] values = new double[20];
        Arrays.fill(values, 0.7);

        new LateralInhibition(5, 1).apply(values, 20);

        assertArrayEquals(new double[16], Arrays.copyOfRange(values, 2, 18), 1e-15);
        assertTrue(values[0] > 0.2 && values[19] > 0.2);
    }

    @Test
    void aSinglePeakStaysAloneAtItsHeight() {
        double[] values = new double[11];
        values[5] = 2;

        new LateralInhibition(5, 1).apply(values, 11);

        double[] expected = new double[11];
        expected[5] = 2;
        assertArrayEquals(expected, values);
    }

    @Test
    void keepsRatiosOfLoudness() {
        double[] quiet = noise(60);
        double[] loud = Arrays.stream(quiet).map(x -> 1000 * x).toArray();
        LateralInhibition inhibition = new LateralInhibition(7, 0.8);

        inhibition.apply(quiet, 20);
        inhibition.apply(loud, 20);

        assertArrayEquals(Arrays.stream(quiet).map(x -> 1000 * x).toArray(), loud, 1e-9);
    }

    @Test
    void framesDoNotTouchOneAnother() {
        double[] both = noise(40);
        double[] second = Arrays.copyOfRange(both, 20, 40);
        LateralInhibition inhibition = new LateralInhibition(9, 1);

        inhibition.apply(both, 20);
        inhibition.apply(second, 20);

        assertArrayEquals(second, Arrays.copyOfRange(both, 20, 40));
    }

    @Test
    void widthOneLeavesTheSpectrumAlone() {
        double[] values = noise(10);
        double[] before = values.clone();

        LateralInhibition.NONE.apply(values, 10);

        assertArrayEquals(before, values);
    }

    @Test
    void widerThanTheSpectrumIsFine() {
        double[] values = {1, 0, 0};

        new LateralInhibition(101, 1).apply(values, 3);

        assertArrayEquals(new double[] {1, 0, 0}, values);
    }

    @Test
    void refusesParametersOutOfRange() {
        assertThrows(IllegalArgumentException.class, () -> new LateralInhibition(4, 1));
        assertThrows(IllegalArgumentException.class, () -> new LateralInhibition(-1, 1));
        assertThrows(IllegalArgumentException.class, () -> new LateralInhibition(5, 1.1));
        assertThrows(IllegalArgumentException.class, () -> new LateralInhibition(5, Double.NaN));
    }

    private static double[] noise(int length) {
        Random random = new Random(11);
        double[] values = new double[length];
        Arrays.setAll(values, i -> random.nextDouble());
        return values;
    }
}
