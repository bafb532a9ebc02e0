package ganglion.hardware.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.hardware.metrics.NumberInput;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.neuron.model.LeakyIntegrator;
import ganglion.kernel.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkloadTest {

    private static final Network NETWORK =
            new Network(List.of(new Population("out", 3, new LeakyIntegrator(0.9))), List.of());

    @Test
    void needsOneRasterOfTheRightSizeForEachPopulation() {
        assertEquals("found 0 rasters, expected one for each of the 1 populations", refusal(List.of(), 1));
        assertEquals(
                "found a raster of 2 neurons, expected 3 as in population out",
                refusal(List.of(SpikeRaster.empty(2)), 1));
    }

    @Test
    void lastsAtLeastOneTick() {
        assertEquals("a run lasts at least one tick, not 0", refusal(List.of(SpikeRaster.empty(3)), 0));
    }

    @Test
    void numbersFlowIntoItsPopulationsDuringTheRun() {
        assertEquals(
                "found 2 frames of numbers into 4 neurons, expected at most 5 into the 3 of out",
                numbersRefused(new NumberInput("ear", "out", 2, 4, 8, 2, new long[] {8, 8})));
        assertEquals(
                "found 6 frames of numbers into 3 neurons, expected at most 5 into the 3 of out",
                numbersRefused(new NumberInput("ear", "out", 2, 3, 6, 6, new long[] {6, 6, 6, 6, 6, 6})));
        assertEquals(
                "found 1 frames of numbers into 3 neurons, expected at most 5 into the 3 of out",
                numbersRefused(new NumberInput("ear", "out", 2, 3, 6, 1, new long[] {0, 0, 0, 0, 0, 1})));
    }

    private static String numbersRefused(NumberInput input) {
        List<SpikeRaster> none = List.of(SpikeRaster.empty(3));
        return assertThrows(
                        IllegalArgumentException.class,
                        () -> new Workload(NETWORK, none, 5, new Clock(1e-3), List.of(input)))
                .getMessage();
    }

    private static String refusal(List<SpikeRaster> spikes, long ticks) {
        return assertThrows(IllegalArgumentException.class, () -> new Workload(NETWORK, spikes, ticks, new Clock(1e-3)))
                .getMessage();
    }
}
