package ganglion.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.time.Clock;
import ganglion.report.spikes.RecordedSpikes;
import ganglion.report.spikes.RecordedSpikes.PopulationSpikes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActivityChartTest {

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
        return ActivityChart.svg(new RecordedSpikes(new Clock(1e-4), TICKS, all));
    }

    private static ActivityChart.Field field(String title, long bin, RecordedSpikes shown, RecordedSpikes counted) {
        return new ActivityChart.Field(title, shown, counted, List.of(List.of()), 0, 10, bin, List.of());
    }

    private static RecordedSpikes spikes(int neurons, int firing) {
        SpikeRaster.Builder raster = SpikeRaster.builder(neurons);
        for (int neuron = 0; neuron < firing; neuron++) {
            raster.add(3, neuron);
        }
        return new RecordedSpikes(new Clock(1e-3), 10, List.of(new PopulationSpikes("p", raster.build())));
    }

    @Test
    void aRateIsThatOfAllNeuronsNotOfThoseDrawn() {
        String all = new ActivityChart(List.of(field("", 1, spikes(1, 1), spikes(10, 1)))).svg();

        // One of ten neurons fires in a bin of a millisecond: 100 Hz, not 1 kHz.
        assertTrue(all.contains(">80 Hz</text>") && !all.contains("kHz"), all);
    }

    @ParameterizedTest
    @ValueSource(strings = {"inferior-colliculus", "the-lateral-superior-olive-of-the-left-side"})
    void theNameOfAPopulationHasRoom(String name) {
        RecordedSpikes spikes =
                new RecordedSpikes(new Clock(1e-3), 10, List.of(new PopulationSpikes(name, SpikeRaster.empty(1))));

        String svg = ActivityChart.svg(spikes);

        Matcher label = Pattern.compile("<text x=\"([0-9.]+)\"[^>]*>([^<]+)<").matcher(svg);
        assertTrue(label.find(), svg);
        String shown = label.group(2);
        assertTrue(shown.equals(name) || shown.length() == 24 && shown.endsWith("…"), shown);
        assertTrue(Double.parseDouble(label.group(1)) >= 7 * shown.length(), label.group());
    }

    @Test
    void severalRunsStandBesideEachOtherWithTheirTitles() {
        RecordedSpikes one = spikes(2, 1);
        String svg = new ActivityChart(List.of(field("a < b", 0, one, one), field("second", 0, one, one))).svg();

        assertTrue(svg.contains(">a &lt; b</text>") && svg.contains(">second</text>"), svg);
        assertTrue(svg.contains("<rect x=\"490\""), svg);
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
