package ganglion.hardware.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.figure.Figure.FigureKind;
import ganglion.hardware.figure.Reliability.Grade;
import ganglion.hardware.validation.ValidationCase.Role;
import ganglion.hardware.validation.ValidationResult.Grading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Grades of an active energy, from studies of one row each. */
class GradingTest {

    private static final HardwareProfile PUBLISHED = SimpleDevices.chip(FigureKind.PUBLISHED);

    private static List<ValidationCase> heldOut(double... ratios) {
        return Arrays.stream(ratios)
                .mapToObj(ratio -> SimpleDevices.heldOut(PUBLISHED, Math.log(ratio)))
                .toList();
    }

    private static List<ValidationCase> withFit(List<ValidationCase> heldOut) {
        List<ValidationCase> cases = new ArrayList<>(heldOut);
        cases.add(SimpleDevices.of(PUBLISHED, 0.01, Role.CALIBRATES, Optional.empty()));
        return cases;
    }

    private static Grade active(List<ValidationCase> cases) {
        return Grading.of(PUBLISHED, cases, Boundary.ACTIVE);
    }

    @Test
    void everyVoteOfAFewMustBeWithinAQuarter() {
        assertEquals(Grade.A, active(heldOut(1.2, 0.85, 1.1, 1)));
        assertEquals(Grade.B, active(withFit(heldOut(1.2, 0.85, 1, 1.3))));
    }

    @Test
    void fourOfFiveAreEnough() {
        assertEquals(Grade.A, active(heldOut(1, 1.01, 1.02, 1.03, 1.3)));
        assertEquals(Grade.B, active(withFit(heldOut(1, 1.01, 1.02, 1.3, 1.31))));
    }

    @Test
    void twoStudiesAreTooFew() {
        assertEquals(Grade.B, active(withFit(heldOut(1))));
        assertEquals(Grade.A, active(withFit(heldOut(1, 1.1))));
    }

    @Test
    void rowsOfTheFittedStudyConfirmNothing() {
        Study fitted = new Study("paper", "us");
        List<ValidationCase> cases = List.of(
                SimpleDevices.of(PUBLISHED, 0, Role.CALIBRATES, fitted, Optional.empty()),
                SimpleDevices.of(PUBLISHED, 0, Role.CALIBRATES, new Study("price", "us"), Optional.empty()),
                SimpleDevices.of(PUBLISHED, 0, Role.CALIBRATES, new Study("board", "us"), Optional.empty()),
                SimpleDevices.of(PUBLISHED, 0.1, Role.HELD_OUT, fitted, Optional.empty()));

        assertEquals(Grade.B, active(cases));
    }

    @Test
    void aBoundaryThatNobodyMeasuredHasTheGradeOfTheFigures() {
        assertEquals(Grade.C, Grading.of(PUBLISHED, withFit(heldOut(1, 1.1, 1.2)), Boundary.MARGINAL));
        // The chip has no known sleep: it idles between decisions.
        assertEquals(Grade.A, Grading.of(PUBLISHED, heldOut(1, 1.1, 1.2), Boundary.ALWAYS_ON));
    }

    @Test
    void aFitAloneIsNoConfirmation() {
        assertEquals(Grade.B, active(withFit(List.of())));
    }

    @Test
    void withoutFitTheFiguresDecide() {
        assertEquals(Grade.C, active(heldOut(2)));
        assertEquals(Grade.D, Grading.of(SimpleDevices.chip(FigureKind.ASSUMED), heldOut(2), Boundary.ACTIVE));
    }
}
