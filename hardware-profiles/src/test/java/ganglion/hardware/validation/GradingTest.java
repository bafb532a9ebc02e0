package ganglion.hardware.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.figure.Figure.FigureKind;
import ganglion.hardware.figure.Reliability.Grade;
import ganglion.hardware.validation.ValidationCase.Role;
import ganglion.hardware.validation.ValidationResult.Grading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GradingTest {

    private static final HardwareProfile PUBLISHED = SimpleDevices.chip(FigureKind.PUBLISHED);

    private static List<ValidationCase> heldOut(double... ratios) {
        return Arrays.stream(ratios)
                .mapToObj(ratio -> SimpleDevices.heldOut(PUBLISHED, Math.log(ratio)))
                .toList();
    }

    private static List<ValidationCase> withFit(List<ValidationCase> heldOut) {
        List<ValidationCase> cases = new ArrayList<>(heldOut);
        cases.add(SimpleDevices.of(PUBLISHED, 0, Role.CALIBRATES, Optional.empty()));
        return cases;
    }

    @Test
    void everyHeldOutRatioOfAFewMustBeWithinAQuarter() {
        assertEquals(Grade.A, Grading.of(PUBLISHED, heldOut(1.2, 0.85, 1, 1)));
        assertEquals(Grade.B, Grading.of(PUBLISHED, withFit(heldOut(1.2, 0.85, 1, 1.3))));
    }

    @Test
    void fourOfFiveAreEnough() {
        assertEquals(Grade.A, Grading.of(PUBLISHED, heldOut(1, 1, 1, 1, 1.3)));
        assertEquals(Grade.B, Grading.of(PUBLISHED, withFit(heldOut(1, 1, 1, 1.3, 1.3))));
    }

    @Test
    void aFitAloneIsNoConfirmation() {
        assertEquals(Grade.B, Grading.of(PUBLISHED, withFit(List.of())));
    }

    @Test
    void withoutFitTheFiguresDecide() {
        assertEquals(Grade.C, Grading.of(PUBLISHED, heldOut(2)));
        assertEquals(Grade.D, Grading.of(SimpleDevices.chip(FigureKind.ASSUMED), heldOut(2)));
    }
}
