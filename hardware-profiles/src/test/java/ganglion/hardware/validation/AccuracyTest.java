package ganglion.hardware.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.hardware.chip.Execution;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.validation.ValidationCase.Role;
import ganglion.hardware.validation.ValidationResult.JudgedCase;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The summary of a validation, and how it shows ratios. */
class AccuracyTest {

    private static final HardwareProfile A = SimpleDevices.named("a", Execution.DENSE);
    private static final HardwareProfile B = SimpleDevices.named("b", Execution.DENSE);

    private static List<String> lines(ValidationCase... cases) {
        return Accuracy.of(ValidationResult.of(Arrays.asList(cases), List.of())).lines().stream()
                .map(line -> line.name() + " | " + line.found() + " | " + line.aim())
                .toList();
    }

    private static ValidationCase fit(HardwareProfile profile) {
        return SimpleDevices.of(profile, 0, Role.CALIBRATES, Optional.empty());
    }

    @Test
    void tellsWhichAimsAreMissed() {
        // The interval of a: Student quantile 2.571 of five degrees times the root of (4 * 0.16 + 0.04) / 5.
        assertEquals(
                List.of(
                        "measurements | 3 of 2 devices | 60 of 20 devices",
                        "held out | 2 of 2 devices | 30 of 12 devices",
                        "held out, median of the absolute natural logarithm of the ratio | 0.300 | at most 0.14: missed",
                        "held out, geometric mean of the ratio | 0.90 | 1",
                        "held out, within 25 % | 50 % | at least 80 %: missed",
                        "held out, inside the interval | 100 % | at least 90 %",
                        "widest interval of a device with fits, factor | 2.58 | 2: missed"),
                lines(SimpleDevices.heldOut(A, 0.2), SimpleDevices.heldOut(B, -0.4), fit(A)));
    }

    @Test
    void tellsWhichAimsAreMet() {
        assertEquals(
                List.of(
                        "measurements | 4 of 2 devices | 60 of 20 devices",
                        "held out | 3 of 2 devices | 30 of 12 devices",
                        "held out, median of the absolute natural logarithm of the ratio | 0.100 | at most 0.14",
                        "held out, geometric mean of the ratio | 1.11 | 1",
                        "held out, within 25 % | 100 % | at least 80 %",
                        "held out, inside the interval | 100 % | at least 90 %",
                        "widest interval of a device with fits, factor | 1.29 | 2"),
                lines(
                        SimpleDevices.heldOut(A, 0.1),
                        SimpleDevices.heldOut(A, 0.1),
                        SimpleDevices.heldOut(B, 0.1),
                        fit(B)));
    }

    @Test
    void fitsAloneHaveNoShares() {
        assertEquals(
                List.of(
                        "measurements | 1 of 1 device | 60 of 20 devices",
                        "held out | 0 of 0 devices | 30 of 12 devices"),
                lines(fit(A)));
    }

    @ParameterizedTest
    @CsvSource({
        "1.044, 1.04",
        "0.1, 0.10",
        "0.0994, 0.099",
        "0.01234, 0.012",
        "99.99, 99.99",
        "100, 100",
        "1234, 1200",
    })
    void ratiosHaveTwoDigits(double ratio, String expected) {
        assertEquals(expected, RatioText.of(ratio));
    }

    @Test
    void whatIsAbsentIsADash() {
        assertEquals("-", RatioText.of(OptionalDouble.empty()));
        assertEquals("1.50", RatioText.of(OptionalDouble.of(1.5)));
        assertEquals("83 %", RatioText.share(0.834));
        JudgedCase fit = new JudgedCase(fit(A), OptionalDouble.empty());
        JudgedCase at = new JudgedCase(SimpleDevices.heldOut(A, Math.log(2)), OptionalDouble.of(2));
        JudgedCase beyond = new JudgedCase(SimpleDevices.heldOut(A, 0.7), OptionalDouble.of(2));
        assertEquals("-", RatioText.place(fit));
        assertEquals("inside", RatioText.place(at));
        assertEquals("outside", RatioText.place(beyond));
    }

    @Test
    void theGeometricMeanOfADeviceIsThatOfItsHeldOutRatios() {
        ValidationResult found = ValidationResult.of(
                List.of(
                        SimpleDevices.heldOut(A, 0.2),
                        SimpleDevices.heldOut(A, -0.6),
                        SimpleDevices.of(A, 3, Role.CALIBRATES, Optional.empty()),
                        fit(B)),
                List.of());

        assertEquals(Math.exp(-0.2), found.devices().get(0).geometricMean().orElseThrow(), 1e-12);
        assertEquals(OptionalDouble.empty(), found.devices().get(1).geometricMean());
        assertEquals(1, found.devices().get(0).calibrating().size());
    }
}
