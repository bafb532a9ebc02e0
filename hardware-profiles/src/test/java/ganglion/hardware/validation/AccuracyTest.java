package ganglion.hardware.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.hardware.chip.Execution;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.validation.ValidationCase.Measured;
import ganglion.hardware.validation.ValidationCase.Role;
import ganglion.hardware.validation.ValidationResult.JudgedCase;
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

    private static ValidationCase fit(HardwareProfile profile) {
        return SimpleDevices.of(profile, 0, Role.CALIBRATES, Optional.empty());
    }

    @Test
    void tellsHowFarTheMeasuringStudiesAreFromTheFits() {
        Study fitted = new Study("paper", "us");
        ValidationResult found = ValidationResult.of(
                List.of(
                        SimpleDevices.of(A, 0, Role.CALIBRATES, fitted, Optional.empty()),
                        SimpleDevices.of(A, 0.1, Role.HELD_OUT, fitted, Optional.empty()),
                        SimpleDevices.of(A, -0.1, Role.HELD_OUT, fitted, Optional.empty()),
                        SimpleDevices.of(A, -0.3, Role.HELD_OUT, new Study("later", "us"), Optional.empty()),
                        SimpleDevices.of(B, 0.8, Role.HELD_OUT, new Study("other", "them"), Optional.empty())),
                List.of());

        assertEquals("""
                devices,who_measured,rows,time_given,votes,within_25_%,within_2_x,typical_factor,worst_vote,inside_interval
                conventional,same study as a fit,2,0,1,100 %,100 %,1.11,1.11,100 %
                conventional,"other study, same laboratory",1,0,1,0 %,100 %,1.35,0.74,100 %
                conventional,other laboratory,1,0,1,0 %,0 %,2.23,2.23,0 %
                conventional,all,4,0,3,33 %,67 %,1.35,2.23,75 %
                """, Accuracy.byDistance(found).csv());
        assertEquals(
                "conventional,active,4,0,3,33 %,67 %,1.35,2.23,75 %",
                Accuracy.byBoundary(found).csv().lines().toList().get(1));
        assertEquals(
                "conventional,\"active, other laboratory\",1,0,1,0 %,0 %,2.23,2.23,0 %",
                Accuracy.byBoundary(found).csv().lines().toList().get(2));
    }

    @Test
    void agreementOfPowerAtRestIsNotTakenForAgreementOfWork() {
        Study fitted = new Study("paper", "us");
        ValidationCase rest = SimpleDevices.of(A, 0.01, Role.HELD_OUT, new Study("idle", "them"), Optional.empty());
        ValidationResult found = ValidationResult.of(
                List.of(
                        SimpleDevices.of(A, 0, Role.CALIBRATES, fitted, Optional.empty()),
                        SimpleDevices.of(A, 0.8, Role.HELD_OUT, new Study("work", "others"), Optional.empty()),
                        new ValidationCase(
                                rest.name(),
                                rest.profile(),
                                rest.estimate(),
                                new Measured(rest.boundary(), rest.measured(), false, true),
                                rest.evidence())),
                List.of());

        List<String> rows = Accuracy.byDistance(found).csv().lines().toList();
        assertEquals("conventional,other laboratory,2,0,2,50 %,50 %,1.50,2.23,100 %", rows.get(1));
        assertEquals(
                "conventional,\"other laboratory, without power at rest\",1,0,1,0 %,0 %,2.23,2.23,100 %", rows.get(2));
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
}
