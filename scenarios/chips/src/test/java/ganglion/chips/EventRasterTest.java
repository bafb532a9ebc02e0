package ganglion.chips;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.kernel.event.SpikeRaster;
import ganglion.scenario.data.RasterFile;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventRasterTest {

    /** A cycle in which a tick begins is of this tick, after hours, too, when doubles no longer tell 10^-12 s apart. */
    @ParameterizedTest
    @CsvSource({
        "100e3, 1e-3, 7",
        "100e3, 1e-3, 16386617",
        "1e3, 0.1, 163841",
        "1.3e6, 1e-2, 1665196",
        "20e6, 2e-3, 8198371"
    })
    void anEventIsInTheTickThatItsCycleBegins(double hertz, double tickSeconds, long tick) {
        EventRaster events =
                new EventRaster(new RasterFile(tickSeconds, tick + 2, Map.of("out", SpikeRaster.empty(1))));

        long cycle = Math.round(tick * hertz * tickSeconds);
        events.add((cycle - 1) / hertz, 0);
        events.add(cycle / hertz, 0);

        SpikeRaster raster = events.merged().rasters().get("out");
        assertEquals(tick - 1, raster.tick(0));
        assertEquals(tick, raster.tick(1));
    }
}
