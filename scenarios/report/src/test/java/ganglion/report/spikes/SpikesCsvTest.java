package ganglion.report.spikes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.time.Clock;
import ganglion.report.spikes.RecordedSpikes.PopulationSpikes;
import ganglion.scenario.data.RasterFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpikesCsvTest {

    @TempDir
    private Path folder;

    @Test
    void sortsByTickThenPopulationThenNeuron() throws Exception {
        SpikeRaster late = SpikeRaster.builder(3).add(2, 2).add(2, 0).add(1, 1).build();
        SpikeRaster early = SpikeRaster.builder(9).add(2, 8).add(0, 5).build();

        String csv = csv(0.002, new PopulationSpikes("z", late), new PopulationSpikes("a", early));

        assertEquals("""
                # format: ganglion-raster 1
                # tick-seconds: 0.002
                # ticks: 12
                # population: z 3
                # population: a 9
                time_s,tick,population,neuron
                0,0,a,5
                0.002,1,z,1
                0.004,2,z,0
                0.004,2,z,2
                0.004,2,a,8
                """, csv);
    }

    @Test
    void isAGoldenRasterAsItIs() throws Exception {
        SpikeRaster raster = SpikeRaster.builder(3).add(2, 2).add(1, 1).build();
        Path file = Files.writeString(folder.resolve("spikes.csv"), csv(0.002, new PopulationSpikes("a", raster)));

        assertEquals(raster, RasterFile.read(file).rasters().get("a"));
    }

    @Test
    void keepsTheHeaderWhenNothingFires() throws Exception {
        String csv = csv(1, new PopulationSpikes("a", SpikeRaster.empty(4)));

        assertEquals(
                List.of("time_s,tick,population,neuron"), csv.lines().skip(4).toList());
    }

    @Test
    void hashesTheFile() {
        SpikeRaster raster = SpikeRaster.builder(1).add(1, 0).build();
        RecordedSpikes spikes = new RecordedSpikes(new Clock(0.5), 2, List.of(new PopulationSpikes("a", raster)));

        // printf '# format: ganglion-raster 1\n# tick-seconds: 0.5\n# ticks: 2\n# population: a 1\n\
        // time_s,tick,population,neuron\n0.5,1,a,0\n' | sha256sum
        assertEquals("548bfc5b4f416c939e6efbad590dba4e6674dc8aaa23b3fc2ff62af1253d361d", spikes.hash());
    }

    private static String csv(double tickSeconds, PopulationSpikes... populations) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SpikesCsv.write(new RecordedSpikes(new Clock(tickSeconds), 12, List.of(populations)), out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
