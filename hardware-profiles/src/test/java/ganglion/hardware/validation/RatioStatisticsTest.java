package ganglion.hardware.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.Quantity;
import ganglion.hardware.chip.Execution;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.figure.Figure.FigureKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RatioStatisticsTest {

    private static final HardwareProfile DEVICE = SimpleDevices.named("a", Execution.DENSE);

    private static RatioStatistics of(double... ratios) {
        return RatioStatistics.of(Arrays.stream(ratios)
                .mapToObj(ratio -> SimpleDevices.heldOut(DEVICE, Math.log(ratio)))
                .toList());
    }

    @Test
    void worksOutTheFiguresOfFourRatios() {
        RatioStatistics found = of(2, 0.25, 1, 1.1);

        assertEquals(4, found.rows());
        assertEquals(Math.sqrt(1 * 1.1), found.median(), 1e-12);
        assertEquals(Math.pow(2 * 0.25 * 1.1, 0.25), found.geometricMean(), 1e-12);
        assertEquals(0.25, found.worst(), 1e-12);
        assertEquals((Math.log(1.1) + Math.log(2)) / 2, found.medianError(), 1e-12);
        assertEquals(2, found.withinQuarter());
        assertEquals(0.5, found.shareWithinQuarter());
    }

    @Test
    void theMedianOfAnOddNumberIsTheMiddleOne() {
        assertEquals(1.2, of(3, 0.5, 1.2).median(), 1e-12);
    }

    @Test
    void withinAQuarterIsAFactorEitherWay() {
        assertEquals(2, of(1.2499, 0.8001, 1.2501, 0.7999).withinQuarter());
    }

    @Test
    void nothingHasNoStatisticsAndAZeroNoRatio() {
        assertThrows(IllegalArgumentException.class, () -> RatioStatistics.of(List.of()));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ValidationCase(
                        "none",
                        DEVICE,
                        Optional.empty(),
                        0,
                        new Quantity(1, Dimension.TIME),
                        FigureKind.PUBLISHED,
                        "us",
                        ValidationCase.Role.HELD_OUT,
                        "none",
                        Optional.empty()));
    }
}
