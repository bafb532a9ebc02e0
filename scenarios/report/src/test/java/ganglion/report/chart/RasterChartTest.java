package ganglion.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.time.Clock;
import ganglion.report.spikes.RecordedSpikes;
import ganglion.report.spikes.RecordedSpikes.PopulationSpikes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RasterChartTest {

    private static final int NEURONS = 1000;
    private static final int TICKS = 20_000;

    private static int marks(String svg) {
        return svg.split("v\\d", -1).length - 1;
    }

    /** Each population fires once per tick, its neurons in turn. */
    private static String chart(int populations) {
        List<PopulationSpikes> all = new ArrayList<>();
        for (int p = 0; p < populations; p++) {
            SpikeRaster.Builder spikes = SpikeRaster.builder(NEURONS);
            for (int tick = 0; tick < TICKS; tick++) {
                spikes.add(tick, tick * 7 % NEURONS);
            }
            all.add(new PopulationSpikes("p" + p, spikes.build()));
        }
        return RasterChart.svg(new RecordedSpikes(new Clock(1e-4), TICKS, all));
    }

    @Test
    void aPopulationOfManySpikesIsThinnedOut() {
        assertEquals(4_000, marks(chart(1)));
    }

    @Test
    void theFileStaysSmallHoweverManyPopulationsThereAre() {
        for (int populations : new int[] {4, 8, 30}) {
            String svg = chart(populations);
            assertTrue(marks(svg) <= 12_000, populations + " populations: " + marks(svg));
            assertTrue(svg.length() < 250_000, populations + " populations: " + svg.length());
        }
    }
}
