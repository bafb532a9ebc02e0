package ganglion.hardware.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.documents.quantity.Dimension;
import ganglion.hardware.chip.EnergyFigure.Accounting;
import ganglion.hardware.figure.Figure.FigureKind;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FigureTest {

    @ParameterizedTest
    @ValueSource(doubles = {-1e-15, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesValuesThatNothingCanHave(double value) {
        assertThrows(IllegalArgumentException.class, () -> figure(value, "source"));
    }

    @Test
    void refusesAFigureWithoutSource() {
        assertThrows(IllegalArgumentException.class, () -> figure(1, " "));
        assertEquals(1, figure(1, "source").value());
    }

    @ParameterizedTest
    @CsvSource({"2, 1", "NaN, 1", "1, NaN", "0, Infinity"})
    void refusesAnIntervalThatIsNone(double low, double high) {
        assertThrows(IllegalArgumentException.class, () -> new Interval(low, high));
    }

    @ParameterizedTest
    @CsvSource({"PUBLISHED, published", "DERIVED, derived", "QUOTED, quoted", "FITTED, fitted", "ASSUMED, assumed"})
    void namesKindsAsDocumentsDo(FigureKind kind, String word) {
        assertEquals(word, kind.word());
    }

    @ParameterizedTest
    @CsvSource({"MARGINAL, marginal", "ALL_IN, all-in"})
    void namesAccountingsAsDocumentsDo(Accounting accounting, String word) {
        assertEquals(word, accounting.word());
    }

    private static Figure figure(double value, String source) {
        return new Figure("x", value, Dimension.ENERGY, FigureKind.PUBLISHED, source, "", Optional.empty());
    }
}
