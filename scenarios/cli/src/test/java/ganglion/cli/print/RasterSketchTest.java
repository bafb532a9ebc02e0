package ganglion.cli.print;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.kernel.event.SpikeRaster;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RasterSketchTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private List<String> drawn(Map<String, SpikeRaster> rasters, long ticks) {
        new RasterSketch(rasters, ticks, 0.001).print(new PrintStream(bytes, true, StandardCharsets.UTF_8), "");
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static SpikeRaster raster(int neurons, int... ticksAndNeurons) {
        SpikeRaster.Builder raster = SpikeRaster.builder(neurons);
        for (int i = 0; i < ticksAndNeurons.length; i += 2) {
            raster.add(ticksAndNeurons[i], ticksAndNeurons[i + 1]);
        }
        return raster.build();
    }

    @Test
    void fewNeuronsHaveARowEach() {
        assertEquals(
                List.of(
                        "",
                        "population  neurons  spikes    rate  0 s  10 ms",
                        "out               2       3  150 Hz  █        █",
                        "                                     █",
                        ""),
                drawn(Map.of("out", raster(2, 0, 0, 0, 1, 9, 0)), 10));
    }

    @Test
    void manyNeuronsShareARowWhoseHighestSignIsFull() {
        SpikeRaster.Builder many = SpikeRaster.builder(100);
        IntStream.range(0, 8).forEach(neuron -> many.add(0, neuron));
        IntStream.range(0, 4).forEach(neuron -> many.add(1, neuron));

        assertEquals(
                "out             100      12  12 Hz  █▄",
                drawn(Map.of("out", many.build()), 10).get(2));
    }

    @Test
    void manyPopulationsAreCut() {
        Map<String, SpikeRaster> rasters = new LinkedHashMap<>();
        IntStream.range(0, 30).forEach(p -> rasters.put("p" + p, raster(1)));

        List<String> lines = drawn(rasters, 1000);

        assertEquals("and 6 more populations", lines.get(26));
        assertEquals(28, lines.size());
    }

    @Test
    void aRunThatTookNoTickHasNone() {
        assertEquals(List.of(), drawn(Map.of("out", raster(1)), 0));
    }
}
