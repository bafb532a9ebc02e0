package ganglion.cochlea.inhibition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
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
    void refusesParametersOutOfRange() {
        assertThrows(IllegalArgumentException.class, () -> new LateralInhibition(4, 1));
        assertThrows(IllegalArgumentException.class, () -> new LateralInhibition(-1, 1));
        assertThrows(IllegalArgumentException.class, () -> new LateralInhibition(5, 1.1));
        assertThrows(IllegalArgumentException.class, () -> new LateralInhibition(5, Double.NaN));
    }
}
