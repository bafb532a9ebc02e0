package ganglion.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.documents.quantity.Dimension;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisTest {

    @ParameterizedTest
    @CsvSource({
        "TIGHT, 3, 8, 3",
        "TIGHT, -3, 8, -3",
        "READABLE, 3, 8, 0",
        "READABLE, -3, 8, -3",
        "READABLE, 99, 100, 98.9",
        "FROM_ZERO, 99, 100, 0",
        "FROM_ZERO, -3, 8, -3",
        "LOGARITHMIC, 3, 8, 3"
    })
    void startsWhereItsRangeSays(Axis.Range range, double lowest, double highest, double from) {
        Scale scale = Axis.ofNumbers("", range).scale(lowest, highest, 0, 1);

        assertEquals(from, scale.from(), 1e-9);
        assertEquals(highest, scale.until());
        assertEquals(range == Axis.Range.LOGARITHMIC, scale.logarithmic());
    }

    @ParameterizedTest
    @CsvSource({"24, 82.2, 0, 100", "20, 80, 0, 80", "0.026, 0.0553, 0, 0.06", "97, 99.4, 96.76, 99.5", "-3, 8, -3, 8"})
    void aRoundedAxisEndsAtARoundNumberThatNoValueExceeds(double lowest, double highest, double from, double until) {
        Scale scale = Axis.ofNumbers("", Axis.Range.ROUNDED).scale(lowest, highest, 0, 1);

        assertEquals(from, scale.from(), 1e-9);
        assertEquals(until, scale.until(), 1e-9);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.25, 0.25", "1500, 1500", "-0.5, -0.5", "0.0001, 0.00010", "3000000, 3.0e+06"})
    void labelsOfNumbersArePlainUnlessTheyAreVeryLargeOrSmall(double value, String label) {
        assertEquals(label, Axis.ofNumbers("", Axis.Range.TIGHT).text(value));
    }

    @Test
    void marksBetweenWholeNumbersOfACountHaveNoLabel() {
        assertEquals(
                List.of("1", "", "2"), Axis.ofCounts("epoch", Axis.Range.TIGHT).texts(new double[] {1, 1.5, 2}));
    }

    @Test
    void labelsOfQuantitiesHaveTheirUnit() {
        assertEquals("20 pJ", Axis.of("", Dimension.ENERGY, Axis.Range.TIGHT).text(2e-11));
    }

    @Test
    void marksThatAreCloseHaveAsManyDigitsAsTellThemApart() {
        Axis numbers = Axis.ofNumbers("", Axis.Range.READABLE);

        assertEquals(List.of("0.08331", "0.08332"), numbers.texts(new double[] {0.08331, 0.08332}));
        assertEquals(List.of("1.00001e+06", "1.00002e+06"), numbers.texts(new double[] {1_000_010, 1_000_020}));
        assertEquals(
                List.of("1.0001 kHz", "1.0002 kHz"),
                Axis.of("", Dimension.FREQUENCY, Axis.Range.TIGHT).texts(new double[] {1000.1, 1000.2}));
    }
}
