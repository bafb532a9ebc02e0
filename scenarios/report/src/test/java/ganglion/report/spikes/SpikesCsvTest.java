package ganglion.report.spikes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.time.Clock;
import ganglion.report.spikes.RecordedSpikes.PopulationSpikes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpikesCsvTest {

    @Test
    void sortsByTickThenPopulationThenNeuron() throws Exception {
        SpikeRaster late = SpikeRaster.builder(3).add(2, 2).add(2, 0).add(1, 1).build();
        SpikeRaster early = SpikeRaster.builder(9).add(2, 8).add(0, 5).build();

        String csv = csv(0.002, new PopulationSpikes("z", late), new PopulationSpikes("a", early));

        assertEquals("""
                time_s,tick,population,neuron
                0,0,a,5
                0.002,1,z,1
                0.004,2,z,0
                0.004,2,z,2
                0.004,2,a,8
                """, csv);
    }

    @Test
    void writesTimesAsExactDecimals() throws Exception {
        // As doubles, 3 * 0.1 is 0.30000000000000004 and 1e-9 would be written with an exponent.
        SpikeRaster raster = SpikeRaster.builder(1).add(3, 0).add(10, 0).build();

        assertEquals(List.of("0.3,3,a,0", "1,10,a,0"), rows(csv(0.1, new PopulationSpikes("a", raster))));
        assertEquals(
                List.of("0.000000003,3,a,0", "0.00000001,10,a,0"), rows(csv(1e-9, new PopulationSpikes("a", raster))));
    }

    @Test
    void quotesNamesThatWouldBreakARow() throws Exception {
        SpikeRaster raster = SpikeRaster.builder(1).add(0, 0).build();

        assertEquals(List.of("0,0,\"a,\"\"b\"\"\",0"), rows(csv(1, new PopulationSpikes("a,\"b\"", raster))));
    }

    @Test
    void keepsTheHeaderWhenNothingFires() throws Exception {
        assertEquals("time_s,tick,population,neuron\n", csv(1, new PopulationSpikes("a", SpikeRaster.empty(4))));
    }

    @Test
    void hashesTheFile() {
        SpikeRaster raster = SpikeRaster.builder(1).add(1, 0).build();
        RecordedSpikes spikes = new RecordedSpikes(new Clock(0.5), List.of(new PopulationSpikes("a", raster)));

        // printf 'time_s,tick,population,neuron\n0.5,1,a,0\n' | sha256sum
        assertEquals("2a2f34db019e0fcc300fa6b5ce5951348d699f4105151774c46943940f24461b", spikes.hash());
    }

    private static String csv(double tickSeconds, PopulationSpikes... populations) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SpikesCsv.write(new RecordedSpikes(new Clock(tickSeconds), List.of(populations)), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<String> rows(String csv) {
        return csv.lines().skip(1).toList();
    }
}
