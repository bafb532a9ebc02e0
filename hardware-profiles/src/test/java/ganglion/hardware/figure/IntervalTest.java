package ganglion.hardware.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.quantity.Dimension;
import ganglion.hardware.figure.Figure.FigureKind;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {

    private static Figure figure(FigureKind kind, Optional<Interval> interval) {
        return new Figure("10 pJ", 10e-12, Dimension.ENERGY, kind, "us", "", interval);
    }

    @Test
    void ofAFigureIsItsOwnOrThatOfAnyAssumption() {
        Interval own = new Interval(9e-12, 30e-12);

        assertEquals(own, Interval.of(figure(FigureKind.ASSUMED, Optional.of(own))));
        assertEquals(new Interval(5e-12, 20e-12), Interval.of(figure(FigureKind.ASSUMED, Optional.empty())));
        assertEquals(Interval.exactly(10e-12), Interval.of(figure(FigureKind.PUBLISHED, Optional.empty())));
        assertTrue(Interval.exactly(3).isExact());
        assertFalse(own.isExact());
    }

    @Test
    void addsAndScalesEndByEnd() {
        assertEquals(new Interval(11, 33), new Interval(1, 3).plus(new Interval(10, 30)));
        assertEquals(new Interval(4, 12), new Interval(1, 3).times(4));
    }

    @ParameterizedTest
    @CsvSource({"10, 10, 3", "9.99, 10.01, 3", "9.9, 10.1, 3", "9, 11, 2", "5, 15, 1", "0, 100, 1", "0, 0, 3"})
    void allowsAsManyDigitsAsItIsNarrow(double low, double high, int digits) {
        assertEquals(digits, new Interval(low, high).significantDigits());
    }

    @Test
    void neverShowsMoreDigitsThanThat() {
        assertEquals("12.3 pJ", IntervalText.of(12.34e-12, Optional.empty(), Dimension.ENERGY));
        assertEquals(
                "12 pJ (5.1 pJ to 25 pJ)",
                IntervalText.of(12.34e-12, Optional.of(new Interval(5.12e-12, 24.56e-12)), Dimension.ENERGY));
        assertEquals(
                "12.3 pJ (12.3 pJ to 12.4 pJ)",
                IntervalText.of(12.34e-12, Optional.of(new Interval(12.3e-12, 12.4e-12)), Dimension.ENERGY));
    }
}
