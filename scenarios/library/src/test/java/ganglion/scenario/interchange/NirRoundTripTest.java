package ganglion.scenario.interchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.time.Clock;
import ganglion.scenario.InputException;
import ganglion.scenario.Scenario;
import ganglion.scenario.ScenarioOverrides;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.interchange.compile.CompileOptions;
import ganglion.scenario.interchange.compile.Discretisation;
import ganglion.scenario.interchange.nir.NirReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A network that is imported, exported and imported again is the same network, to the last bit. */
class NirRoundTripTest {

    @TempDir
    private Path folder;

    private Path imported(Path graph, String name, CompileOptions compile) throws InputException, IOException {
        Path scenario = folder.resolve(name).resolve("net.yaml");
        double tick = Math.min(1, compile.stepSeconds());
        NirImport.run(
                graph, scenario, new ImportOptions(new Clock(tick), compile, OptionalLong.empty(), Optional.empty()));
        return scenario;
    }

    private static List<String> withoutDescription(Path scenario) throws IOException {
        return Files.readAllLines(scenario).stream()
                .dropWhile(line -> !line.startsWith("clock"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "lif_norse.nir, 1e-4, EULER, false",
        "lif_norse.nir, 1e-4, EULER, true",
        "two_lif_neurons.nir, 1e-4, EULER, false",
        "two_lif_neurons.nir, 3.7e-4, EULER, false",
        "braille_noDelay_bias_zero.nir, 1e-4, EULER, false",
        "braille_noDelay_bias_zero.nir, 1e-4, EULER_PREVIOUS_CURRENT, false",
        "cnn_sinabs.nir, 1, EULER, true"
    })
    void comesBackToTheLastBit(String graph, double step, Discretisation discretisation, boolean subtract)
            throws Exception {
        CompileOptions compile = new CompileOptions(step, discretisation, subtract);
        Path first = imported(NirImportTest.resource(graph), "first", compile);
        Path exported = folder.resolve("exported.nir");
        NirExport.Outcome outcome = NirExport.run(first, exported);
        Path second = imported(exported, "second", compile);
        Path exportedAgain = folder.resolve("again.nir");
        NirExport.run(second, exportedAgain);

        assertTrue(
                outcome.notes().stream().allMatch(note -> note.contains("import with")),
                () -> outcome.notes().toString());
        assertEquals(String.join("\n", withoutDescription(first)), String.join("\n", withoutDescription(second)));
        assertEquals(
                -1, Files.mismatch(first.resolveSibling("net.weights.h5"), second.resolveSibling("net.weights.h5")));
        assertEquals(NirReader.read(exported), NirReader.read(exportedAgain));
    }

    @Test
    void exportsAScenarioThatPeopleWrote() throws Exception {
        Files.writeString(folder.resolve("taps.csv"), "tick,neuron\n0,0\n1,1\n5,0\n7,1\n9,0\n");
        Path scenario = Files.writeString(folder.resolve("hand.yaml"), """
                scenario: hand
                clock: {tick: 1 ms, duration: 60 ticks}
                inputs: [{name: taps, spikes: taps.csv, size: 2}]
                network:
                  populations:
                    - {name: hidden, size: 3, model: lif, parameters: {beta: 0.9, threshold: 1, bias: 0.03}, start: 1 tick}
                    - {name: out, size: 2, model: lif, parameters: {beta: [0.75, 0.5], threshold: 0.5}, start: 2 ticks}
                  projections:
                    - {from: taps, to: hidden, weights: [[0.7, 0.2, 0.4], [0.1, 0.9, 0.5]]}
                    - {from: hidden, to: hidden, weights: 0.125}
                    - {from: hidden, to: out, weights: [[0.25, 0.5], [0.5, -0.25], [0.75, 0.125]], delay: 3 ticks}
                    - {from: taps, to: out, weights: 0.25, delay: 5 ticks}
                """);
        Path exported = folder.resolve("hand.nir");

        NirExport.Outcome outcome = NirExport.run(scenario, exported);
        Path again = imported(exported, "again", CompileOptions.of(1e-3));
        Files.copy(
                folder.resolve("taps.csv"),
                again.resolveSibling("net.spikes.csv"),
                StandardCopyOption.REPLACE_EXISTING);

        // The graph has no ticks in which nothing can arrive yet: what took 4 ticks to out takes the 2 of its layers.
        SpikeRaster direct = NirImportTest.run(scenario).result().spikesOf("out");
        SpikeRaster viaGraph = NirImportTest.run(again).result().spikesOf("out");
        SpikeRaster.Builder later = SpikeRaster.builder(2);
        for (int i = 0; i < viaGraph.size() && viaGraph.tick(i) + 2 < 60; i++) {
            later.add(viaGraph.tick(i) + 2, viaGraph.neuron(i));
        }
        assertTrue(direct.size() > 5, direct.toString());
        assertEquals(direct, later.build());
        assertEquals(
                List.of(),
                outcome.notes().stream()
                        .filter(note -> note.contains("last bit"))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            delayed-reset: true          | population out: found a reset at the tick after the spike, but NIR resets in the same step
            refractory: 2 ms             | population out: found a refractory period, which NIR cannot say
            initial-potential: 0.5       | population out: found an initial potential, but states of NIR start at 0
            reset: none                  | population out: found no reset, which NIR cannot say of neurons with memory
            """)
    void refusesWhatNirHasNoWordsFor(String parameter, String expected) throws Exception {
        Files.writeString(folder.resolve("taps.csv"), "tick,neuron\n0,0\n");
        Path scenario = Files.writeString(folder.resolve("odd.yaml"), """
                scenario: odd
                clock: {tick: 1 ms, duration: 60 ticks}
                inputs: [{name: taps, spikes: taps.csv, size: 2}]
                network:
                  populations:
                    - {name: out, size: 3, model: lif, parameters: {beta: 0.9, %s}}
                  projections:
                    - {from: taps, to: out, weights: 1}
                """.formatted(parameter));

        InputException refusal =
                assertThrows(InputException.class, () -> NirExport.run(scenario, folder.resolve("odd.nir")));

        assertEquals(scenario + ": " + expected, refusal.getMessage());
    }

    @Test
    void readsWhatItExportsWithTheSameMeaning() throws Exception {
        CompileOptions compile = CompileOptions.of(1e-4);
        Path first = imported(NirImportTest.resource("two_lif_neurons.nir"), "first", compile);
        Path exported = folder.resolve("exported.nir");
        NirExport.run(first, exported);
        Path second = imported(exported, "second", compile);

        Scenario one = ScenarioFiles.read(first, ScenarioOverrides.NONE);
        Scenario other = ScenarioFiles.read(second, ScenarioOverrides.NONE);
        assertEquals(one.populations(), other.populations());
        assertEquals(
                NirImportTest.run(first).result().spikes(),
                NirImportTest.run(second).result().spikes());
    }
}
