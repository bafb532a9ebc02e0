package ganglion.report.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.kernel.network.SparseSynapses;
import ganglion.report.run.RunDirectory.WeightsCsv;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightsCsvTest {

    @Test
    void writesAListOfSynapsesWithTheirNewWeights(@TempDir Path folder) throws Exception {
        SparseSynapses synapses = SparseSynapses.builder(3, 2)
                .add(2, 1, 0.5, 4)
                .add(0, 1, 0.5, 2)
                .add(0, 0, 0.5, 2)
                .build();
        Path file = folder.resolve("weights.csv");

        WeightsCsv.write(synapses, new double[] {0.25, 1, 0}, file);

        assertEquals(
                List.of("source,target,weight,delay", "0,0,0.25,2", "0,1,1.0,2", "2,1,0.0,4"),
                Files.readAllLines(file));
    }
}
