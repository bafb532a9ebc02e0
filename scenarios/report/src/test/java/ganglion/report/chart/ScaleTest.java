package ganglion.report.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {

    private static Scale logarithmic(double from, double until) {
        return new Scale(from, until, 0, 100, true);
    }

    @Test
    void equalDifferencesAreEquallyFarApart() {
        Scale scale = Scale.linear(2, 6, 100, 0);

        assertEquals(100, scale.at(2), 1e-9);
        assertEquals(75, scale.at(3), 1e-9);
        assertEquals(0, scale.at(6), 1e-9);
    }

    @Test
    void equalRatiosAreEquallyFarApartOnALogarithmicScale() {
        Scale scale = logarithmic(1e-12, 1e-8);

        assertEquals(0, scale.at(1e-12), 1e-9);
        assertEquals(25, scale.at(1e-11), 1e-9);
        assertEquals(100, scale.at(1e-8), 1e-9);
    }

    @Test
    void aSingleValueLiesAtTheStartAndIsTheOnlyMark() {
        Scale scale = Scale.linear(3, 3, 10, 20);

        assertEquals(10, scale.at(3));
        assertArrayEquals(new double[] {3}, scale.marks());
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "0, 0.9", "-3, 8", "17.2, 17.9", "1e-7, 3e-7", "0, 123456"})
    void linearMarksAreFourToElevenMultiplesOfARoundNumberWithinTheRange(double from, double until) {
        double[] marks = Scale.linear(from, until, 0, 1).marks();

        assertTrue(marks.length >= 4 && marks.length <= 11, Arrays.toString(marks));
        assertTrue(marks[0] >= from - 1e-9 * until && marks[marks.length - 1] <= until * (1 + 1e-9));
        double step = marks[1] - marks[0];
        assertEquals(step, Scale.roundAtMost(step * (1 + 1e-6)), step * 1e-5, "step");
    }

    @Test
    void marksOfAFewDecadesAreOneTwoAndFive() {
        double[] marks = logarithmic(1, 100).marks();

        assertArrayEquals(new double[] {1, 2, 5, 10, 20, 50, 100}, marks, 1e-9);
    }

    @Test
    void marksOfManyDecadesArePowersOfTen() {
        double[] marks = logarithmic(1e-3, 1e2).marks();

        assertArrayEquals(new double[] {1e-3, 1e-2, 1e-1, 1, 10, 100}, marks, 1e-12);
        assertTrue(logarithmic(1e-15, 1e15).marks().length <= 11);
    }

    @Test
    void marksWithinADecadeAreRoundNumbers() {
        assertArrayEquals(new double[] {2, 3, 4, 5, 6}, logarithmic(2, 6).marks(), 1e-9);
    }

    @ParameterizedTest
    @CsvSource({"0.011, 0.01", "0.05, 0.05", "0.3, 0.2", "0.6, 0.5", "1, 1", "4.9, 2", "70, 50"})
    void aStepIsTheRoundNumberBefore(double step, double round) {
        assertEquals(round, Scale.roundAtMost(step), round * 1e-9);
    }
}
