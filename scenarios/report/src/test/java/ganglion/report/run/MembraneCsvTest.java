package ganglion.report.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.kernel.MembraneTrace;
import ganglion.kernel.time.Clock;
import ganglion.report.run.RunDirectory.MembraneCsv;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MembraneCsvTest {

    @Test
    void writesARowForEachNeuronAndTick(@TempDir Path folder) throws Exception {
        MembraneTrace trace = new MembraneTrace("out", 2, new double[] {0, 0.1, -1e-7, 1});
        Path file = folder.resolve("membrane.csv");

        MembraneCsv.write(trace, new Clock(0.002), file);

        assertEquals(
                List.of(
                        "time_s,tick,neuron,potential",
                        "0.000,0,0,0.0",
                        "0.000,0,1,0.1",
                        "0.002,1,0,-1.0E-7",
                        "0.002,1,1,1.0"),
                Files.readAllLines(file));
    }
}
