package ganglion.report.spikes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.time.Clock;
import ganglion.report.spikes.RecordedSpikes.PopulationSpikes;
import io.jhdf.HdfFile;
import io.jhdf.api.Group;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SonataFileTest {

    private static final Clock CLOCK = new Clock(1e-4);

    @TempDir
    private Path folder;

    private static RecordedSpikes spikes() {
        SpikeRaster out =
                SpikeRaster.builder(5).add(3, 4).add(3, 1).add(1234567, 0).build();
        return new RecordedSpikes(
                CLOCK,
                2_000_000,
                List.of(new PopulationSpikes("out", out), new PopulationSpikes("silent", SpikeRaster.empty(2))));
    }

    private void assertHoldsTheSpikes() {
        try (HdfFile file = new HdfFile(folder.resolve(SonataFile.NAME))) {
            assertArrayEquals(
                    new double[] {0.3, 0.3, 123456.7},
                    (double[]) file.getDatasetByPath("/spikes/out/timestamps").getData(),
                    1e-9);
            assertArrayEquals(new long[] {1, 4, 0}, (long[])
                    file.getDatasetByPath("/spikes/out/node_ids").getData());
            assertEquals(
                    "milliseconds",
                    file.getDatasetByPath("/spikes/out/timestamps")
                            .getAttribute("units")
                            .getData());
            assertEquals(
                    "by_time",
                    file.getByPath("/spikes/out").getAttribute("sorting").getData());
            assertEquals(
                    List.of("out"),
                    List.copyOf(
                            ((Group) file.getByPath("/spikes")).getChildren().keySet()));
        }
    }

    @Test
    void writesTimesInMillisecondsAndNeurons() throws Exception {
        SonataFile.write(spikes(), folder);

        assertHoldsTheSpikes();
    }

    @Test
    void readsStreamedSpikesBack() throws Exception {
        Path body =
                Files.writeString(folder.resolve("body"), "0.0003,3,out,1\n0.0003,3,out,4\n123.4567,1234567,out,0\n");
        RecordedSpikes streamed = new RecordedSpikes(
                CLOCK,
                2_000_000,
                List.of(
                        new PopulationSpikes("out", SpikeRaster.empty(5)),
                        new PopulationSpikes("silent", SpikeRaster.empty(2))),
                Optional.of(body));
        try (OutputStream out = Files.newOutputStream(folder.resolve("spikes.csv"))) {
            SpikesCsv.write(streamed, out);
        }

        SonataFile.write(streamed, folder);

        assertHoldsTheSpikes();
        assertEquals(spikes().hash(), streamed.hash());
        assertEquals(3, streamed.count());
    }
}
