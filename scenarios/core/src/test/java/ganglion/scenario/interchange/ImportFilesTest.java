package ganglion.scenario.interchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.documents.table.MatrixFiles;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files that an import writes beside each other. */
class ImportFilesTest {

    @TempDir
    private Path folder;

    @Test
    void theNumbersBesideAScenarioAreFoundByThePathsThatWereGiven() throws Exception {
        Path file = folder.resolve("s.weights.h5");
        String matrix;
        String columns;
        try (WeightsFile weights = new WeightsFile(file, "s.weights.h5")) {
            matrix = weights.put("weights", "a-to-b", new double[][] {{1, 2}, {3, 4}});
            Map<String, Object> list = new LinkedHashMap<>();
            list.put("source", new int[] {0, 1});
            list.put("weight", new double[] {0.5, 0.25});
            columns = weights.putColumns("synapses", "b-to-c", list);
            assertEquals("s.weights.h5", weights.path().written());
        }

        assertEquals("/weights/a-to-b", matrix);
        assertArrayEquals(
                new double[] {1, 2, 3, 4}, MatrixFiles.read(file, matrix, 100).values());
        assertArrayEquals(
                new double[] {0.5, 0.25},
                MatrixFiles.read(file, columns + "/weight", 100).values());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            flute.yaml      | flute      | flute
            flute.v2.json   | flute.v2   | flute.v2
            flute           | flute      | flute
            .hidden         | .hidden    | hidden
            my net.yaml     | my net     | my-net
            --.yaml         | --         | network
            """)
    void theScenarioHasTheNameOfItsFile(String file, String name, String scenario) {
        ImportFiles files = new ImportFiles(folder.resolve(file));

        assertEquals(name, files.name());
        assertEquals(scenario, files.scenarioName());
        assertEquals(folder.resolve(name + ".weights.h5"), files.beside(".weights.h5"));
    }

    @Test
    void aLongNameIsCut() {
        ImportFiles files = new ImportFiles(folder.resolve("x".repeat(100) + ".yaml"));

        assertEquals(64, files.scenarioName().length());
    }

    @Test
    void inputsAfterTheFirstAreNumbered() {
        ImportFiles files = new ImportFiles(folder.resolve("net.yaml"));

        assertEquals("net.spikes.csv", files.spikesFile(1));
        assertEquals("net.spikes-2.csv", files.spikesFile(2));
    }
}
