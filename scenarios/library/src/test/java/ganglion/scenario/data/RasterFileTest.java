package ganglion.scenario.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.kernel.event.SpikeRaster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RasterFileTest {

    private static final String HEAD =
            "# format: ganglion-raster 1~# tick-seconds: 0.002~# ticks: 100~# population: out 2~population,neuron,tick~";

    @TempDir
    private Path folder;

    private Path write(String content) throws IOException {
        return Files.writeString(folder.resolve("r.csv"), content.replace('~', '\n'));
    }

    private static RasterFile example() {
        Map<String, SpikeRaster> rasters = new LinkedHashMap<>();
        rasters.put("ear", SpikeRaster.empty(64));
        rasters.put("out", SpikeRaster.builder(2).add(3, 1).add(3, 0).add(99, 1).build());
        return new RasterFile(0.002, 100, rasters);
    }

    @Test
    void readsBackWhatItWrote() throws Exception {
        StringBuilder text = new StringBuilder();

        RasterWriter.write(example(), text);
        RasterFile read = RasterFile.read(write(text.toString()));

        assertEquals(example(), read);
        assertEquals(List.of("ear", "out"), List.copyOf(read.rasters().keySet()));
    }

    @Test
    void writesATextThatPeopleAndToolsRead() throws IOException {
        StringBuilder text = new StringBuilder();

        RasterWriter.write(example(), text);

        assertEquals("""
                # format: ganglion-raster 1
                # tick-seconds: 0.002
                # ticks: 100
                # population: ear 64
                # population: out 2
                population,neuron,tick
                out,0,3
                out,1,3
                out,1,99
                """, text.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `# format: ganglion-raster 1` | # format: ganglion-raster 2 | found the format "ganglion-raster 2", expected ganglion-raster 1
            `# format: ganglion-raster 1` | # made by hand              | found no line "# format: ..." above the header
            `# ticks: 100` | # ticks: -1                 | line 5: found ticks "-1", expected a whole number from 0
            `# population: out 2` | # population: out           | found "# population: out", expected a name and the number of its neurons
            `# population: out 2` | # population: out 2~# population: out 3 | names population out twice
            population,neuron,tick~     | neuron,tick~                | line 5: found the header "neuron,tick", expected population,neuron,tick
            population,neuron,tick~     | population,neuron,tick~in,0,1 | line 6: found population "in", which no line "# population: ..." announces
            population,neuron,tick~     | population,neuron,tick~out,2,1 | line 6: found neuron 2, expected 0 to 1
            population,neuron,tick~     | population,neuron,tick~out,1  | line 6: found 2 fields, expected population,neuron,tick
            population,neuron,tick~     | population,neuron,tick~out,1,5~out,1,5 | population out: neuron 1 fires twice in tick 5
            """)
    void refusesWhatIsNoRaster(String find, String replacement, String message) throws IOException {
        Path file = write(HEAD.replace(find, replacement));

        assertEquals(
                message,
                assertThrows(DataFileException.class, () -> RasterFile.read(file))
                        .getMessage());
    }
}
