package ganglion.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Figures of a span of 10 ticks of 1 ms, with spikes before and after it. */
class SpikeFigureTest {

    private static final Clock CLOCK = new Clock(1e-3);
    private static final OptionalDouble NONE = OptionalDouble.empty();

    private final SpikeRaster raster = SpikeRaster.builder(3)
            .add(9, 2)
            .add(10, 0)
            .add(14, 0)
            .add(14, 1)
            .add(20, 2)
            .build();

    private List<OptionalDouble> neurons(SpikeFigure figure) {
        return figure.ofNeurons(raster, 10, 20, CLOCK);
    }

    private static List<OptionalDouble> values(double... values) {
        return Arrays.stream(values).mapToObj(OptionalDouble::of).toList();
    }

    @Test
    void neuronsHaveTheirOwn() {
        assertEquals(values(2, 1, 0), neurons(SpikeFigure.SPIKES));
        assertEquals(values(200, 100, 0), neurons(SpikeFigure.RATE));
        assertEquals(List.of(OptionalDouble.of(0), OptionalDouble.of(0.004), NONE), neurons(SpikeFigure.FIRST_SPIKE));
    }

    @Test
    void aPopulationHasThatOfAllItsNeurons() {
        assertEquals(OptionalDouble.of(3), SpikeFigure.SPIKES.of(raster, 10, 20, CLOCK));
        assertEquals(OptionalDouble.of(300), SpikeFigure.RATE.of(raster, 10, 20, CLOCK));
        assertEquals(OptionalDouble.of(0.002), SpikeFigure.FIRST_SPIKE.of(raster, 12, 20, CLOCK));
        assertEquals(NONE, SpikeFigure.FIRST_SPIKE.of(raster, 15, 20, CLOCK));
    }
}
