package ganglion.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundNumberTest {

    @ParameterizedTest
    @CsvSource({"0.011, 0.02", "0.05, 0.05", "0.3, 0.5", "0.6, 1", "1, 1", "2.1, 5", "70, 100"})
    void atLeastTakesTheNextRoundNumber(double atLeast, double round) {
        assertEquals(round, RoundNumber.atLeast(atLeast), round * 1e-9);
    }

    @ParameterizedTest
    @CsvSource({"0.011, 0.01", "0.05, 0.05", "0.3, 0.2", "0.6, 0.5", "1, 1", "4.9, 2", "70, 50"})
    void atMostTakesTheRoundNumberBefore(double atMost, double round) {
        assertEquals(round, RoundNumber.atMost(atMost), round * 1e-9);
    }
}
