package ganglion.scenario.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.documents.table.TableException;
import ganglion.kernel.event.SpikeRaster;
import java.io.ByteArrayOutputStream;
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
            "# format: ganglion-raster 1~# tick-seconds: 0.002~# ticks: 100~# population: out 2~tick,population,neuron~";

    @TempDir
    private Path folder;

    private Path write(String content) throws IOException {
        return Files.writeString(folder.resolve("r.csv"), content.replace('~', '\n'));
    }

    private static RasterFile example() {
        Map<String, SpikeRaster> rasters = new LinkedHashMap<>();
        rasters.put("ear", SpikeRaster.builder(64).add(2, 7).build());
        rasters.put("out", SpikeRaster.builder(2).add(3, 1).add(3, 0).add(99, 1).build());
        return new RasterFile(0.002, 100, rasters);
    }

    @Test
    void readsBackWhatItWrote() throws Exception {
        ByteArrayOutputStream text = new ByteArrayOutputStream();

        RasterWriter.write(example(), text);
        RasterFile read = RasterFile.read(write(text.toString()));

        assertEquals(example(), read);
        assertEquals(List.of("ear", "out"), List.copyOf(read.rasters().keySet()));
    }

    @Test
    void writesATextThatPeopleAndToolsRead() throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();

        RasterWriter.write(example(), text);

        assertEquals("""
                # format: ganglion-raster 1
                # tick-seconds: 0.002
                # ticks: 100
                # population: ear 64
                # population: out 2
                time_s,tick,population,neuron
                0.004,2,ear,7
                0.006,3,out,0
                0.006,3,out,1
                0.198,99,out,1
                """, text.toString());
    }

    @Test
    void writesTimesAsExactDecimals() throws IOException {
        // As doubles, 3 * 0.1 is 0.30000000000000004 and 1e-9 would be written with an exponent.
        assertEquals(List.of("0.3,3,a,0", "1,10,a,0"), rows(0.1));
        assertEquals(List.of("0.000000003,3,a,0", "0.00000001,10,a,0"), rows(1e-9));
    }

    private static List<String> rows(double tickSeconds) throws IOException {
        SpikeRaster raster = SpikeRaster.builder(1).add(3, 0).add(10, 0).build();
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        RasterWriter.write(new RasterFile(tickSeconds, 11, Map.of("a", raster)), text);
        return text.toString().lines().skip(5).toList();
    }

    @Test
    void doesWithoutTimes() throws Exception {
        RasterFile read = RasterFile.read(write(HEAD + "5,out,1~7,out,0~"));

        assertEquals(
                SpikeRaster.builder(2).add(5, 1).add(7, 0).build(),
                read.rasters().get("out"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `# format: ganglion-raster 1` | # format: ganglion-raster 2 | found the format "ganglion-raster 2", expected ganglion-raster 1
            `# format: ganglion-raster 1` | # made by hand              | found no line "# format: ..." above the header
            `# ticks: 100` | # ticks: -1                 | line 5: found ticks "-1", expected a whole number from 0
            `# population: out 2` | # population: out           | found "# population: out", expected a name and the number of its neurons
            `# population: out 2` | # population: out 2~# population: out 3 | names population out twice
            tick,population,neuron~     | neuron,tick~                | line 5: found the header "neuron,tick", expected time_s,tick,population,neuron
            tick,population,neuron~     | tick,population,neuron~1,in,0 | line 6: found population "in", which no line "# population: ..." announces
            tick,population,neuron~     | tick,population,neuron~1,out,2 | line 6: found neuron 2, expected 0 to 1
            tick,population,neuron~     | tick,population,neuron~1,out  | line 6: found 2 fields, expected tick,population,neuron
            tick,population,neuron~     | tick,population,neuron~100,out,1 | line 6: found tick 100 of a run of 100 ticks
            tick,population,neuron~     | tick,population,neuron~9223372036854775807,out,1 | line 6: found tick 9223372036854775807 of a run of 100 ticks
            tick,population,neuron~     | tick,population,neuron~5,out,1~5,out,1 | population out: neuron 1 fires twice in tick 5
            """)
    void refusesWhatIsNoRaster(String find, String replacement, String message) throws IOException {
        Path file = write(HEAD.replace(find, replacement));

        assertEquals(
                message,
                assertThrows(TableException.class, () -> RasterFile.read(file)).getMessage());
    }
}
