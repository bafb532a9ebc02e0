package ganglion.hardware.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.hardware.chip.Execution;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.validation.RatioSpread.StudentT;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatioSpreadTest {

    private static final HardwareProfile DEVICE = SimpleDevices.named("a", Execution.DENSE);

    private static RatioSpread of(double... logRatios) {
        return RatioSpread.of(Vote.of(
                Arrays.stream(logRatios)
                        .mapToObj(ratio -> SimpleDevices.heldOut(DEVICE, ratio))
                        .toList(),
                List.of()));
    }

    /** Quantiles from a table of the distribution. */
    @ParameterizedTest
    @CsvSource({"4, 2.776", "5, 2.571", "6, 2.447", "8, 2.306", "10, 2.228", "20, 2.086", "60, 2.000", "100000, 1.960"})
    void quantilesAreThoseOfTheTable(int degrees, double expected) {
        assertEquals(expected, StudentT.quantile(degrees), expected * 0.003);
        assertThrows(IllegalArgumentException.class, () -> StudentT.quantile(3));
    }

    @Test
    void ownRatiosAndThoseOfOthersAreWeighed() {
        // Mean squares of the others: 0.05, 0.04 and 9, so 0.05. Own: 0.04 + 0.04. Variance (4 x 0.05 + 0.08) / (4 + 2)
        // = 0.28 / 6.
        double factor = of(0.2, -0.2)
                .factor(List.of(of(0.3, -0.1), of(0.2), of(3, 3), of()))
                .orElseThrow();

        assertEquals(Math.exp(StudentT.quantile(6) * Math.sqrt(0.28 / 6)), factor, 1e-12);
        assertEquals(1.696, factor, 0.002);
    }

    @Test
    void aDeviceWithoutRatiosHasTheSpreadOfOthers() {
        double factor = of().factor(List.of(of(0.1))).orElseThrow();

        assertEquals(Math.exp(StudentT.quantile(4) * 0.1), factor, 1e-12);
        assertTrue(of(0.1).factor(List.of(of())).isEmpty());
    }
}
