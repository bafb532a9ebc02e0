package ganglion.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.time.Clock;
import ganglion.report.spikes.RecordedSpikes;
import ganglion.report.spikes.RecordedSpikes.PopulationSpikes;
import java.io.StringReader;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/** Charts over time: block maps, spikes of layers, rasters of runs. */
class TimeChartsTest {

    private static final TimeFrame FRAME = new TimeFrame(0.4, "1", "<2>", "a & b");

    private static long count(String text, String regex) {
        return Pattern.compile(regex).matcher(text).results().count();
    }

    private static void checkXml(String svg) throws Exception {
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    @Test
    void aFrameMarksQuartersOfTheTimeAndEscapesItsLabels() throws Exception {
        String svg = FRAME.drawing("x < y").markup();

        for (String time : List.of("0 s", "100 ms", "200 ms", "300 ms", "400 ms")) {
            assertTrue(svg.contains(">" + time + "</text>"), svg);
        }
        assertTrue(svg.contains(">&lt;2&gt;</text>") && svg.contains(">a &amp; b</text>"), svg);
        assertTrue(svg.contains("aria-label=\"x &lt; y\""), svg);
        checkXml(svg);
    }

    @Test
    void blocksAreBlueAboveZeroAndOrangeBelowAndDarkerWithTheirMagnitude() throws Exception {
        double[] values = {0, 1, -1, 0.5};

        String svg = new BlockMap("map", 2, 2, values, 1, FRAME).figure();

        assertEquals(2, count(svg, "<path fill=\"#0072b2\""), svg);
        assertEquals(1, count(svg, "<path fill=\"#d55e00\" fill-opacity=\"1.0\""), svg);
        assertTrue(svg.contains("fill=\"#0072b2\" fill-opacity=\"0.5\""), svg);
        // The second block of the lower row: the right half of 406 pixels from 64 on, the lower half of 130 up to 156.
        assertTrue(svg.contains("fill-opacity=\"1.0\" d=\"M267.0,156.0H470.0V91.0H267.0Z\""), svg);
        checkXml(svg);
    }

    @Test
    void aMapWithoutMagnitudeIsBlank() {
        assertFalse(
                new BlockMap("map", 1, 1, new double[] {0}, 0, FRAME).figure().contains("fill-opacity"));
    }

    @Test
    void everySpikeOfALayerIsOneStroke() throws Exception {
        String svg = new SpikeDots("layer", 4, 10, (step, neuron) -> step == 2 * neuron, FRAME).figure();

        String path = svg.substring(svg.indexOf("currentColor"));
        assertEquals(4, count(path.substring(0, path.indexOf("/>")), "M[0-9.]+,[0-9.]+v-"));
        checkXml(svg);
    }

    private static RecordedSpikes spikes(PopulationSpikes... populations) {
        return new RecordedSpikes(new Clock(0.001), 400, List.of(populations));
    }

    private static SpikeRaster raster(int neurons, int spikes) {
        SpikeRaster.Builder raster = SpikeRaster.builder(neurons);
        for (int i = 0; i < spikes; i++) {
            raster.add(i / neurons, i % neurons);
        }
        return raster.build();
    }

    @Test
    void aRasterHasOnePanelPerPopulationAndOneStrokePerSpike() throws Exception {
        String svg = ActivityChart.svg(
                spikes(new PopulationSpikes("ear <1>", raster(2, 7)), new PopulationSpikes("silent", raster(3, 0))));

        assertEquals(2, count(svg, "<rect x=\"90\""), svg);
        assertEquals(7, count(svg, "M[0-9.]+ [0-9.]+v"), svg);
        assertTrue(svg.contains(">ear &lt;1&gt;</text>"), svg);
        assertTrue(svg.contains("text-anchor=\"end\">400 ms</text>"), svg);
        checkXml(svg);
    }

    @Test
    void theFirstNeuronIsAtTheBottomAndTheFirstTickAtTheLeft() {
        String svg = ActivityChart.svg(spikes(new PopulationSpikes(
                "out", SpikeRaster.builder(2).add(0, 1).add(200, 0).build())));

        // Two rows of nine pixels below the gap of fourteen; the axis of time goes from 90 to 785.
        assertTrue(svg.contains("d=\"M90.0 14.9v7.2M437.5 23.9v7.2\""), svg);
    }

    @Test
    void ofManySpikesOnlySomeAreDrawn() {
        String svg = ActivityChart.svg(spikes(new PopulationSpikes("busy", raster(100, 9_000))));

        assertEquals(3_000, count(svg, "M[0-9.]+ [0-9.]+v"));
    }
}
