package ganglion.hardware.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.documents.quantity.Dimension;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IntervalTextTest {

    private static String text(double joules, double low, double high) {
        return IntervalText.of(joules, Optional.of(new Interval(low, high)), Dimension.ENERGY);
    }

    @Test
    void valueOfWhoseErrorNothingIsKnownStandsAlone() {
        assertEquals("12.3 µJ", IntervalText.of(12.34e-6, Optional.empty(), Dimension.ENERGY));
        assertEquals("12.3 µJ", text(12.34e-6, 12.34e-6, 12.34e-6));
    }

    @Test
    void valueWithoutItsIntervalIsRoundedAlike() {
        assertEquals("12 µJ", rounded(12.34e-6, 5e-6, 20e-6));
        assertEquals("12 µJ", rounded(12.34e-6, 11e-6, 14e-6));
        assertEquals("1.4 µJ", rounded(1.4e-6, 1.1e-6, 1.82e-6), "1 µJ would be outside");
        assertEquals("12 µJ", IntervalText.rounded(12.34e-6, Optional.empty(), Dimension.ENERGY));
        assertEquals("210", IntervalText.rounded(206, Optional.empty(), Dimension.COUNT));
    }

    private static String rounded(double joules, double low, double high) {
        return IntervalText.rounded(joules, Optional.of(new Interval(low, high)), Dimension.ENERGY);
    }

    @Test
    void wideIntervalLeavesTwoDigits() {
        assertEquals("12 µJ (5 µJ to 20 µJ)", text(12.34e-6, 5e-6, 20e-6));
    }

    @Test
    void narrowIntervalLeavesTwo() {
        assertEquals("12 µJ (11 µJ to 14 µJ)", text(12.34e-6, 11e-6, 14e-6));
    }

    @Test
    void intervalThatDoesNotShowIsLeftOut() {
        assertEquals("104 mJ", text(0.10394, 0.10393, 0.10395));
    }
}
