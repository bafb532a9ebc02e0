package ganglion.cli;

import static ganglion.cli.CommandLineUnderTest.ganglion;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cli.CommandLineUnderTest.Outcome;
import ganglion.cli.terminal.ExitCode;
import ganglion.learning.file.ModelFiles;
import ganglion.learning.file.TrainedModel;
import ganglion.learning.model.Dense;
import ganglion.learning.model.LayerShape;
import ganglion.learning.model.Model;
import ganglion.learning.model.Neurons;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        Path spikes = Files.writeString(folder.resolve("mine.csv"), "tick,neuron\n3,1\n3,1\n3,1\n");
        Path scenario = folder.resolve("net.yaml");

        Outcome imported =
                ganglion("import", graph, "--out", scenario, "--tick", "2ms", "--spikes", spikes, "--duration", "20ms");

        imported.assertFine();
        assertTrue(
                imported.out()
                        .contains("not exact: " + spikes
                                + ": spikes that share their neuron and tick with another were merged: 2\n"),
                imported.out());
        assertEquals("tick,neuron\n3,1\n", Files.readString(folder.resolve("net.spikes.csv")));
        assertTrue(Files.readString(scenario).contains("duration: 10 ticks"));
    }

    /** What a run leaves behind in either format is input of another. */
    @ParameterizedTest
    @ValueSource(strings = {"recording.npz#spikes.taps", "spikes.h5#taps"})
    void spikesOfARunComeAlong(String recorded) throws IOException {
        Path scenario = new ScenarioOnDisk(folder.resolve("recorded"))
                .with("hardware:", "record: {sonata: true, npz: true, membrane: [out]}\nhardware:")
                .file();
        Path run = folder.resolve("run");
        ganglion("run", scenario, "--out", run).assertFine();

        ganglion(
                        "import",
                        graph,
                        "--out",
                        folder.resolve("net.yaml"),
                        "--tick",
                        "1ms",
                        "--spikes",
                        run.resolve(recorded))
                .assertFine();

        assertEquals("tick,neuron\n1,0\n5,0\n10,1\n", Files.readString(folder.resolve("net.spikes.csv")));
    }

    private Path model() throws IOException {
        Model model = Model.create(
                LayerShape.of(3),
                List.of(new Dense(4, true), Neurons.leaky(0.75), new Dense(2, true), Neurons.leaky(0.5)),
                5);
        Path file = folder.resolve("tiny.model");
        ModelFiles.write(new TrainedModel(model, List.of("low", "high")), file);
        return file;
    }

    @Test
    void aTrainedModelIsExportedAndRuns() throws IOException {
        Path exported = folder.resolve("tiny.nir");
        Path scenario = folder.resolve("tiny/net.yaml");

        Outcome outcome = ganglion(
                "export", model(), "--tick", "1ms", "--reset-at-once", "--discretisation", "exact", "--out", exported);

        assertEquals(ExitCode.FINE, outcome.code(), outcome.err());
        assertTrue(outcome.out().contains("population output: resets at the tick after a spike"), outcome.out());
        ganglion(
                        "import",
                        exported,
                        "--out",
                        scenario,
                        "--tick",
                        "1ms",
                        "--discretisation",
                        "exact",
                        "--reset",
                        "subtract")
                .assertFine();
        String text = Files.readString(scenario);
        assertTrue(text.contains("beta: 0.75") && text.contains("beta: 0.5"), text);
        ganglion("run", scenario, "--out", folder.resolve("run")).assertFine();
    }
}
