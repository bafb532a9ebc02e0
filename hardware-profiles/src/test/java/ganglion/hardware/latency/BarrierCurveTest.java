package ganglion.hardware.latency;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.hardware.ToyProfiles;
import ganglion.hardware.profile.BarrierTicks.BarrierTime;
import ganglion.hardware.profile.Mesh;
import ganglion.hardware.profile.Operation;
import ganglion.hardware.quantity.Dimension;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BarrierCurveTest {

    private static final List<BarrierTime> POINTS =
            List.of(point(1, "100 ns"), point(2, "200 ns"), point(10, "1000 ns"));

    @ParameterizedTest
    @CsvSource({"1, 100e-9", "2, 200e-9", "6, 600e-9", "9, 900e-9", "10, 1e-6"})
    void isLinearBetweenItsPoints(int tiles, double expected) {
        assertEquals(expected, BarrierCurve.seconds(POINTS, tiles).orElseThrow(), 1e-15);
    }

    @Test
    void isUnknownWhereNobodyMeasured() {
        assertTrue(BarrierCurve.seconds(POINTS, 0).isEmpty());
        assertTrue(BarrierCurve.seconds(POINTS, 11).isEmpty());
        assertTrue(BarrierCurve.seconds(List.of(), 1).isEmpty());
    }

    @Test
    void needsHopTimesOnlyInTheDirectionsThatTheMeshHas() {
        List<Operation> cores =
                List.of(Operation.SYNAPTIC_OPERATION, Operation.NEURON_UPDATE_ACTIVE, Operation.NEURON_UPDATE_IDLE);

        assertEquals(cores, BarrierTimer.missing(Map.of(), new Mesh(1, 1, 4)));
        assertEquals(
                List.of(Operation.HOP_EAST, Operation.HOP_WEST),
                BarrierTimer.missing(Map.of(), new Mesh(2, 1, 4)).subList(3, 5));
        assertEquals(7, BarrierTimer.missing(Map.of(), new Mesh(2, 2, 4)).size());
        assertEquals(List.of(), BarrierTimer.missing(ToyProfiles.mesh().time(), new Mesh(2, 2, 4)));
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
