package ganglion.hardware.latency;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.quantity.Dimension;
import ganglion.hardware.chip.TimeModel.BarrierTicks;
import ganglion.hardware.chip.TimeModel.BarrierTicks.BarrierTime;
import ganglion.hardware.chip.TimingForm;
import ganglion.hardware.cost.ToyProfiles;
import ganglion.hardware.latency.SpikeLatency.TickHistogram;
import java.util.List;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BarrierCurveTest {

    private static final List<BarrierTime> POINTS =
            List.of(point(1, "100 ns"), point(2, "200 ns"), point(10, "1000 ns"));

    private static final BarrierTicks LINEAR = new BarrierTicks(POINTS);
    private static final BarrierTicks STEPPED = new BarrierTicks(POINTS, true, TimingForm.SIMPLE, Optional.empty());

    @ParameterizedTest
    @CsvSource({"1, 100e-9", "2, 200e-9", "6, 200e-9", "9, 200e-9", "10, 1e-6", "99, 1e-6"})
    void holdsEachPointUntilTheNextWhereItIsStepped(int tiles, double expected) {
        assertEquals(expected, BarrierCurve.seconds(STEPPED, tiles).orElseThrow(), 1e-15);
    }

    @ParameterizedTest
    @CsvSource({"1, 100e-9", "2, 200e-9", "6, 600e-9", "9, 900e-9", "10, 1e-6"})
    void isLinearBetweenItsPoints(int tiles, double expected) {
        assertEquals(expected, BarrierCurve.seconds(LINEAR, tiles).orElseThrow(), 1e-15);
    }

    @Test
    void isUnknownWhereNobodyMeasured() {
        assertTrue(BarrierCurve.seconds(LINEAR, 0).isEmpty());
        assertTrue(BarrierCurve.seconds(LINEAR, 11).isEmpty());
        assertTrue(BarrierCurve.seconds(new BarrierTicks(List.of()), 1).isEmpty());
    }

    @Test
    void recordsWholeNanoseconds() {
        Histogram histogram = TickHistogram.of(new double[] {1.4e-9, 100e-9, 100e-9, 2e-3});

        assertEquals(4, histogram.getTotalCount());
        assertEquals(1, histogram.getMinValue());
        assertEquals(100, histogram.getValueAtPercentile(50));
        assertArrayEquals(new double[] {2e6}, new double[] {histogram.getMaxValue()}, 2e3);
    }

    private static BarrierTime point(int tiles, String time) {
        return new BarrierTime(tiles, ToyProfiles.figure(time, Dimension.TIME));
    }
}
