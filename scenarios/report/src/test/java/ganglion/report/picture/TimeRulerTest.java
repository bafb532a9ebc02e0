package ganglion.report.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeRulerTest {

    @ParameterizedTest
    @CsvSource({"0.011, 0.02", "0.05, 0.05", "0.3, 0.5", "0.6, 1", "1, 1", "2.1, 5", "70, 100"})
    void takesTheNextRoundStep(double atLeast, double step) {
        assertEquals(step, TimeRuler.step(atLeast), step * 1e-9);
    }

    @ParameterizedTest
    @CsvSource({"0.12345, 0.123", "100, 100", "0, 0", "0.30000000000000004, 0.3", "12345, 12300"})
    void writesNumbersPlainly(double number, String text) {
        assertEquals(text, Labels.number(number));
    }
}
