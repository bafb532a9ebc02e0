package ganglion.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.cochlea.CochleaOutput;
import ganglion.cochlea.Spectrogram;
import ganglion.cochlea.audio.AudioClip;
import ganglion.kernel.MembraneTrace;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.time.Clock;
import ganglion.report.spikes.RecordedSpikes;
import ganglion.report.spikes.RecordedSpikes.PopulationSpikes;
import ganglion.scenario.result.Clip;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class DrawingDocumentTest {

    /** A run without spikes. */
    private static RecordedSpikes lasting(long ticks) {
        return new RecordedSpikes(new Clock(0.01), ticks, List.of());
    }

    @Test
    void packsStepsOfTicksThenStepsOfNeurons() throws Exception {
        SpikeRaster raster =
                SpikeRaster.builder(500).add(3, 1).add(3, 301).add(203, 7).build();
        RecordedSpikes spikes = new RecordedSpikes(new Clock(0.01), 1000, List.of(new PopulationSpikes("a", raster)));

        JsonNode packed = DrawingDocument.of(List.of(), spikes, List.of()).at("/rasters/0");

        assertEquals("a", packed.path("population").asText());
        assertEquals(3, packed.path("spikes").asInt());
        // 300 is 0b10_0101100 and 200 is 0b1_1001000, low seven bits first.
        assertEquals(
                List.of(3, 0, 0b1_1001000, 1, 1, 0b1_0101100, 0b10, 7),
                numbers(packed.path("packed").asText()));
    }

    @Test
    void laysClipsOnTheTimelineBandByBand() throws Exception {
        // Powers 1 and 1e-7 are 0 and -70 dB: the ends of the range; 10^-3.5 is the middle.
        CochleaOutput first = hearing(1, Math.pow(10, -3.5), 1e-7, 1e-7);
        CochleaOutput second = hearing(1e-9, 1);
        List<Clip> clips = List.of(new Clip("ear", "a", "", 0, 2, first), new Clip("ear", "b", "", 4, 5, second));

        JsonNode image = DrawingDocument.of(clips, lasting(6), List.of()).at("/hearings/0");

        assertEquals(2, image.path("rows").asInt());
        assertEquals(6, image.path("columns").asInt());
        assertEquals(0, image.at("/mel/ceiling").asDouble());
        assertEquals(-70, image.at("/mel/floor").asDouble());
        List<Integer> pixels = numbers(image.at("/mel/packed").asText());
        assertEquals(List.of(255, 0, 0, 0, 0, 0), pixels.subList(0, 6));
        assertEquals(List.of(128, 0, 0, 0, 255, 0), pixels.subList(6, 12));
    }

    @Test
    void showsDriveAsSquareRoots() throws Exception {
        Clip clip = new Clip("ear", "a", "", 0, 1, hearing(4, 1));

        JsonNode image =
                DrawingDocument.of(List.of(clip), lasting(1), List.of()).at("/hearings/0/drive");

        assertEquals(4, image.path("ceiling").asDouble());
        assertEquals(List.of(255, 128), numbers(image.path("packed").asText()));
    }

    @Test
    void sharesColumnsOfALongRunWithoutLosingAPeak() throws Exception {
        double[] quiet = new double[100_000 * 2];
        Arrays.fill(quiet, 1e-6);
        quiet[54_321 * 2] = 1;
        Clip clip = new Clip("ear", "a", "", 0, 100_000, hearing(quiet));

        JsonNode image =
                DrawingDocument.of(List.of(clip), lasting(100_000), List.of()).at("/hearings/0");

        int ticksPerColumn = image.path("ticksPerColumn").asInt();
        assertTrue(image.path("columns").asInt() <= 16_384);
        assertTrue((long) image.path("columns").asInt() * ticksPerColumn >= 100_000);
        assertEquals(255, numbers(image.at("/mel/packed").asText()).get(54_321 / ticksPerColumn));
    }

    @Test
    void drawsSilence() throws Exception {
        Clip clip = new Clip("ear", "a", "", 0, 1, hearing(0, 0));

        JsonNode image =
                DrawingDocument.of(List.of(clip), lasting(1), List.of()).at("/hearings/0");

        assertEquals(List.of(0, 0), numbers(image.at("/mel/packed").asText()));
        assertEquals(0, image.at("/mel/ceiling").asDouble());
        assertEquals(List.of(0, 0), numbers(image.at("/drive/packed").asText()));
    }

    @Test
    void cutsAClipThatOutlastsTheRun() throws Exception {
        Clip clip = new Clip("ear", "a", "", 0, 2, hearing(1, 1, 1, 1));

        JsonNode image =
                DrawingDocument.of(List.of(clip), lasting(1), List.of()).at("/hearings/0");

        assertEquals(List.of(255, 255), numbers(image.at("/mel/packed").asText()));
    }

    @Test
    void drawsMembranesFromTheirLowestToTheirHighest() throws Exception {
        MembraneTrace trace = new MembraneTrace("out", 2, new double[] {0, 1, 0.5, -1});

        JsonNode image =
                DrawingDocument.of(List.of(), lasting(2), List.of(trace)).at("/membranes/0");

        assertEquals("out", image.path("population").asText());
        assertEquals(-1, image.at("/potential/floor").asDouble());
        assertEquals(1, image.at("/potential/ceiling").asDouble());
        assertEquals(
                List.of(128, 191, 255, 0), numbers(image.at("/potential/packed").asText()));
    }

    /** Frames of two bands, heard and driven alike. */
    private static CochleaOutput hearing(double... values) {
        Spectrogram spectrogram = Spectrogram.of(2, values);
        return new CochleaOutput(
                new AudioClip(new double[0], 16_000),
                16_000,
                spectrogram,
                spectrogram,
                SpikeRaster.empty(2),
                0.01,
                new double[] {100, 200});
    }

    private static List<Integer> numbers(String packed) throws IOException {
        byte[] bytes = Base64.getDecoder().decode(packed.getBytes(StandardCharsets.US_ASCII));
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            byte[] unpacked = in.readAllBytes();
            return java.util.stream.IntStream.range(0, unpacked.length)
                    .mapToObj(i -> unpacked[i] & 0xff)
                    .toList();
        }
    }
}
