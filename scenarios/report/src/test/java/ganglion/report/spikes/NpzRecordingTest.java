package ganglion.report.spikes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.documents.table.Matrix;
import ganglion.documents.table.MatrixFiles;
import ganglion.kernel.MembraneTrace;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.time.Clock;
import ganglion.report.spikes.RecordedSpikes.PopulationSpikes;
import ganglion.scenario.data.SpikeFiles;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpzRecordingTest {

    private static final Clock CLOCK = new Clock(1e-4);

    @TempDir
    private Path folder;

    @Test
    void spikesAndPotentialsComeBack() throws Exception {
        SpikeRaster out =
                SpikeRaster.builder(5).add(3, 4).add(3, 1).add(1234567, 0).build();
        RecordedSpikes spikes = new RecordedSpikes(
                CLOCK,
                2_000_000,
                List.of(new PopulationSpikes("out", out), new PopulationSpikes("silent", SpikeRaster.empty(2))));
        MembraneTrace trace = new MembraneTrace("out", 2, new double[] {0.5, -1, 0.25, 7});

        NpzRecording.write(spikes, List.of(trace), folder);

        String file = folder.resolve(NpzRecording.NAME).toString();
        assertEquals(out, SpikeFiles.read(file + "#spikes.out", 5, CLOCK));
        assertEquals(SpikeRaster.empty(2), SpikeFiles.read(file + "#spikes.silent", 2, CLOCK));
        Matrix potential = MatrixFiles.read(Path.of(file), "potential.out", 10);
        assertEquals(2, potential.rows());
        assertArrayEquals(trace.potentials(), potential.values());
    }
}
