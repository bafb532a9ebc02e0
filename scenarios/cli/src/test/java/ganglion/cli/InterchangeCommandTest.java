package ganglion.cli;

import static ganglion.cli.CommandLineUnderTest.ganglion;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cli.CommandLineUnderTest.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks go out as graphs and come in again. */
final class InterchangeCommandTest {

    @TempDir
    private Path folder;

    private Path graph;

    @BeforeEach
    void exportAGraph() throws IOException {
        graph = folder.resolve("net.nir");
        Path scenario = new ScenarioOnDisk(folder.resolve("scenario")).file();
        Outcome exported = ganglion("export", scenario, "--out", graph);

        exported.assertFine();
        assertTrue(exported.out().contains(" nodes, for a step of "), exported.out());
        assertTrue(exported.out().endsWith(graph + "\n"), exported.out());
    }

    @Test
    void anImportedGraphRuns() {
        Path scenario = folder.resolve("again/net.yaml");

        Outcome imported = ganglion("import", graph, "--out", scenario, "--tick", "1 ms", "--step", "2 ms");

        imported.assertFine();
        assertEquals(4, imported.out().lines().count(), imported.out());
        assertTrue(imported.out().contains(scenario + "\n"), imported.out());
        ganglion("validate", scenario).assertFine();
        ganglion("run", scenario, "--out", folder.resolve("run")).assertFine();
    }

    @Test
    void spikesComeAlong() throws IOException {
        Path spikes = Files.writeString(folder.resolve("mine.csv"), "tick,neuron\n3,1\n");
        Path scenario = folder.resolve("net.yaml");

        ganglion("import", graph, "--out", scenario, "--tick", "2ms", "--spikes", spikes, "--duration", "20ms")
                .assertFine();

        assertEquals("tick,neuron\n3,1\n", Files.readString(folder.resolve("net.spikes.csv")));
        assertTrue(Files.readString(scenario).contains("duration: 10 ticks"));
    }

    @Test
    void theTickIsAskedFor() {
        ganglion("import", graph, "--out", folder.resolve("net.yaml")).assertRefusedInOneLine("--tick");
    }

    @Test
    void wordsThatMeanNothingAreRefused() {
        Path out = folder.resolve("net.yaml");
        ganglion("import", graph, "--out", out, "--tick", "2ms", "--reset", "never")
                .assertRefusedInOneLine("found --reset never, expected zero or subtract");
        ganglion("import", graph, "--out", out, "--tick", "2ms", "--discretisation", "midpoint")
                .assertRefusedInOneLine("found --discretisation midpoint, expected euler, exact or");
        ganglion("import", graph, "--out", out, "--tick", "2").assertRefusedInOneLine("2");
        ganglion("import", graph, "--out", out, "--tick", "2ms", "--duration", "3ms")
                .assertRefusedInOneLine("not a multiple of the tick");
    }

    @Test
    void aFileThatIsNoGraphIsNamed() throws IOException {
        Path text = Files.writeString(folder.resolve("text.nir"), "no graph");

        ganglion("import", text, "--out", folder.resolve("net.yaml"), "--tick", "1ms")
                .assertRefusedInOneLine("text.nir: is not a readable HDF5 file");
        ganglion("import", folder.resolve("gone.nir"), "--out", folder.resolve("net.yaml"), "--tick", "1ms")
                .assertRefusedInOneLine("gone.nir: no such file");
    }
}
