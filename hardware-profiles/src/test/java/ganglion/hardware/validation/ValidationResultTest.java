package ganglion.hardware.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.hardware.chip.Execution;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.figure.Reliability;
import ganglion.hardware.validation.RatioSpread.StudentT;
import ganglion.hardware.validation.ValidationCase.Role;
import ganglion.hardware.validation.ValidationResult.DeviceValidation;
import ganglion.hardware.validation.ValidationResult.JudgedCase;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ValidationResultTest {

    private static final HardwareProfile A = SimpleDevices.named("a", Execution.DENSE);
    private static final HardwareProfile B = SimpleDevices.named("b", Execution.DENSE);
    private static final HardwareProfile SPIKING = SimpleDevices.named("c", Execution.SPIKING);

    private static ValidationResult of(ValidationCase... cases) {
        return ValidationResult.of(Arrays.asList(cases), List.of());
    }

    private static double factor(double variance, int degrees) {
        return Math.exp(StudentT.quantile(degrees) * Math.sqrt(variance));
    }

    @Test
    void theIntervalOfADeviceIsFromAllItsRatiosAndThatOfARowFromTheOthers() {
        ValidationResult found = of(
                SimpleDevices.heldOut(B, 0.1),
                SimpleDevices.heldOut(A, 0.2),
                SimpleDevices.heldOut(A, -0.3),
                SimpleDevices.heldOut(SPIKING, 5));

        DeviceValidation a = found.devices().get(0);
        assertEquals("a", a.profile().name());
        Reliability reliability = a.reliability().get(Boundary.ACTIVE);
        assertEquals(factor((4 * 0.01 + 0.13) / 6, 6), reliability.factor().orElseThrow(), 1e-12);
        assertEquals(Math.exp(-0.05), reliability.medianRatio().orElseThrow(), 1e-12);
        assertEquals(Math.exp(-0.3), reliability.worstRatio().orElseThrow(), 1e-12);
        JudgedCase first = a.cases().get(0);
        assertEquals(factor((4 * 0.01 + 0.09) / 5, 5), first.factor().orElseThrow(), 1e-12);
        assertEquals(
                Math.exp(0.2) * first.factor().orElseThrow(),
                first.interval().orElseThrow().high(),
                1e-12);
    }

    @Test
    void theOnlyDeviceOfItsKindHasNoIntervalFromOthers() {
        ValidationResult found = of(SimpleDevices.heldOut(A, 0.1), SimpleDevices.heldOut(SPIKING, 5));

        assertTrue(found.devices().get(1).cases().get(0).factor().isEmpty());
    }

    @Test
    void aRowIsJudgedWithoutTheWholeOfItsStudy() {
        Study study = new Study("sweep", "us");
        ValidationResult found = of(
                SimpleDevices.of(A, 0.3, Role.HELD_OUT, study, Optional.empty()),
                SimpleDevices.of(A, 0.4, Role.HELD_OUT, study, Optional.empty()),
                SimpleDevices.of(B, 2, Role.HELD_OUT, study, Optional.empty()),
                SimpleDevices.heldOut(B, 0.1));

        JudgedCase first = found.devices().get(0).cases().get(0);
        assertEquals(factor(0.01, 4), first.factor().orElseThrow(), 1e-12);
        assertEquals(1, found.devices().get(0).votes().size());
    }

    @Test
    void aBoundaryHasTheVotesOfItsOwnRows() {
        Reliability marginal = of(SimpleDevices.heldOut(A, 0.1), SimpleDevices.heldOut(B, 0.1))
                .devices()
                .get(0)
                .reliability()
                .get(Boundary.MARGINAL);

        assertEquals(0, marginal.heldOut());
        assertTrue(marginal.factor().isEmpty());
    }

    @Test
    void aReasonIsRightOnlyForWhatIsOutside() {
        Optional<String> reason = Optional.of("other software");
        ValidationResult found = of(
                SimpleDevices.of(A, 3, Role.HELD_OUT, reason),
                SimpleDevices.heldOut(B, 0.1),
                SimpleDevices.of(B, 0.1, Role.HELD_OUT, reason));

        assertEquals(1, found.surprises().size());
        assertEquals("b 0.1", found.surprises().get(0).found().name());
        assertTrue(found.surprises().get(0).isInside());
    }

    @Test
    void fitsAreNeitherJudgedNorCounted() {
        ValidationResult found = of(
                SimpleDevices.of(A, 4, Role.CALIBRATES, Optional.empty()),
                SimpleDevices.heldOut(B, 0.1),
                SimpleDevices.heldOut(B, 0.1));

        DeviceValidation a = found.devices().get(0);
        assertTrue(a.cases().get(0).factor().isEmpty());
        assertTrue(a.cases().get(0).isAsExpected());
        Reliability active = a.reliability().get(Boundary.ACTIVE);
        assertEquals(0, active.heldOut());
        assertTrue(active.medianRatio().isEmpty());
        assertEquals(factor(0.01, 4), active.factor().orElseThrow(), 1e-12);
        assertEquals(2, found.heldOut().size());
        assertEquals(1, found.calibrating().size());
    }

    @Test
    void aSingleMeasurementHasNoInterval() {
        ValidationResult found = of(SimpleDevices.heldOut(A, 4));

        assertTrue(found.heldOut().get(0).interval().isEmpty());
        assertTrue(found.devices()
                .get(0)
                .reliability()
                .get(Boundary.ACTIVE)
                .factor()
                .isEmpty());
    }
}
