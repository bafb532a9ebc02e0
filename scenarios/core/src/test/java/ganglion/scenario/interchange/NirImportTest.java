package ganglion.scenario.interchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ganglion.documents.InputException;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.time.Clock;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.interchange.compile.CompileOptions;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
import ganglion.scenario.result.RunProgress;
import ganglion.scenario.result.RunSettings;
import ganglion.scenario.result.ScenarioRun;
import ganglion.scenario.run.ScenarioRunner;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class NirImportTest {

    @TempDir
    private Path folder;

    static Path resource(String name) throws URISyntaxException {
        return Path.of(NirImportTest.class.getResource("/nir/" + name).toURI());
    }

    static NirImport.Options options(double step, Optional<Path> spikes) {
        return new NirImport.Options(new Clock(step), CompileOptions.of(step), OptionalLong.empty(), spikes);
    }

    private static JsonNode json(String name) throws IOException, URISyntaxException {
        return new ObjectMapper().readTree(resource(name).toFile());
    }

    private Path list(JsonNode events) throws IOException {
        StringBuilder text = new StringBuilder("tick,neuron\n");
        events.forEach(event ->
                text.append(event.get(0)).append(',').append(event.get(1)).append('\n'));
        return Files.writeString(folder.resolve("sample.csv"), text);
    }

    static ScenarioRun run(Path scenario) throws InputException {
        Scenario read = ScenarioFiles.read(scenario, ScenarioOverrides.NONE);
        return ScenarioRunner.run(read, new RunSettings(100, 1), RunProgress.NONE);
    }

    private static SpikeRaster late(JsonNode events, int size, int ticks) {
        SpikeRaster.Builder spikes = SpikeRaster.builder(size);
        events.forEach(event ->
                spikes.add(event.get(0).longValue() + ticks, event.get(1).intValue()));
        return spikes.build();
    }

    /** From the file of the NIR paper to spikes, through the files that a user gets. */
    @Test
    void writesAScenarioThatFiresTheSpikesOfTheBrailleNetwork() throws Exception {
        JsonNode sample = json("braille_expected.json").get("samples").get(0);
        Path scenario = folder.resolve("braille.yaml");

        NirImport.Outcome outcome = NirImport.run(
                resource("braille_noDelay_bias_zero.nir"),
                scenario,
                new NirImport.Options(
                        new Clock(1e-4),
                        CompileOptions.of(1e-4),
                        OptionalLong.of(256 + 2),
                        Optional.of(list(sample.get("input_events")))));

        ScenarioRun run = run(scenario);
        JsonNode expected = sample.get("v_uses_updated_current");
        assertEquals(
                late(expected.get("lif1_events"), 38, 1),
                run.result().spikesOf("lif1.lif").between(0, 257));
        assertEquals(
                late(expected.get("lif2_events"), 7, 2),
                run.result().spikesOf("lif2").between(0, 258));
        assertEquals(45, outcome.neurons());
        assertEquals(2, outcome.shiftTicks());
        assertEquals(List.of(), outcome.notes());
        assertEquals(List.of(), ScenarioFiles.validate(scenario, ScenarioOverrides.NONE));
    }

    @Test
    void saysInTheScenarioHowTheGraphWasRead() throws Exception {
        Path scenario = folder.resolve("lif.yaml");

        NirImport.Outcome outcome = NirImport.run(resource("lif_norse.nir"), scenario, options(1e-4, Optional.empty()));

        Scenario read = ScenarioFiles.read(scenario, ScenarioOverrides.NONE);
        assertTrue(
                read.description()
                        .startsWith(
                                "Imported from the NIR graph lif_norse.nir. Discretisation: euler, step 100 µs, reset to"
                                        + " the reset potential. A layer acts as many ticks later than the graph as its start says,"
                                        + " the last by 1. Outputs: 1."),
                read.description());
        assertEquals(1e-4, read.clock().tickSeconds());
        assertEquals(10_000, read.durationTicks().orElseThrow());
        assertEquals(
                List.of("lif.yaml", "lif.spikes.csv", "lif.weights.h5"),
                outcome.files().stream()
                        .map(file -> file.getFileName().toString())
                        .toList());
        assertEquals("tick,neuron\n", Files.readString(folder.resolve("lif.spikes.csv")));
    }

    @Test
    void leavesAListOfSpikesAsItIs() throws Exception {
        Path scenario = folder.resolve("lif.yaml");
        Files.writeString(folder.resolve("lif.spikes.csv"), "tick,neuron\n5,0\n");

        NirImport.run(resource("lif_norse.nir"), scenario, options(1e-4, Optional.empty()));

        assertEquals("tick,neuron\n5,0\n", Files.readString(folder.resolve("lif.spikes.csv")));
    }

    @Test
    void writesTheSameBytesEachTime() throws Exception {
        Path first = folder.resolve("a/net.yaml");
        Path second = folder.resolve("b/net.yaml");
        for (Path scenario : List.of(first, second)) {
            Files.createDirectories(scenario.getParent());
            NirImport.run(resource("braille_noDelay_bias_zero.nir"), scenario, options(1e-4, Optional.empty()));
        }

        assertEquals(-1, Files.mismatch(first, second));
    }

    @Test
    void writesNothingWhenTheGraphCannotBeUsed() throws Exception {
        Path graph = resource("braille_noDelay_bias_zero_subgraph.nir");
        Path scenario = folder.resolve("none.yaml");

        InputException refusal = assertThrows(
                InputException.class, () -> NirImport.run(graph, scenario, options(1e-4, Optional.empty())));

        assertTrue(refusal.getMessage().contains("subgraph.nir: node lif1: the edge input -> lif names"));
        try (var files = Files.list(folder)) {
            assertFalse(files.findAny().isPresent());
        }
    }

    @Test
    void namesTheFileOfSpikesThatDoesNotFit() throws Exception {
        Path spikes = Files.writeString(folder.resolve("far.csv"), "tick,neuron\n1,12\n");

        InputException refusal = assertThrows(
                InputException.class,
                () -> NirImport.run(
                        resource("braille_noDelay_bias_zero.nir"),
                        folder.resolve("net.yaml"),
                        options(1e-4, Optional.of(spikes))));

        assertTrue(refusal.getMessage().contains("far.csv: line 2: found neuron 12"), refusal.getMessage());
    }
}
