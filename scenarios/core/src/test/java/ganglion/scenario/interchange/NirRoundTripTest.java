package ganglion.scenario.interchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.InputException;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.time.Clock;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.interchange.compile.CompileOptions;
import ganglion.scenario.interchange.compile.Discretisation;
import ganglion.scenario.interchange.nir.NirReader;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A network that is imported, exported and imported again is the same network, to the last bit. */
@Tag("slow")
class NirRoundTripTest {

    @TempDir
    private Path folder;

    private Path imported(Path graph, String name, CompileOptions compile) throws InputException, IOException {
        Path scenario = folder.resolve(name).resolve("net.yaml");
        double tick = Math.min(1, compile.stepSeconds());
        NirImport.run(
                graph,
                scenario,
                new NirImport.Options(new Clock(tick), compile, OptionalLong.empty(), Optional.empty()));
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
        "lif_norse.nir, 1e-4, EXACT, false",
        "two_lif_neurons.nir, 3.7e-4, EXACT, false",
        "braille_noDelay_bias_zero.nir, 1e-4, EXACT, false",
        "two_lif_neurons.nir, 3.7e-4, IMPULSE_INVARIANT, false",
        "braille_noDelay_bias_zero.nir, 1e-4, IMPULSE_INVARIANT, true",
        "cnn_sinabs.nir, 1, EULER, true"
    })
    void comesBackToTheLastBit(String graph, double step, Discretisation discretisation, boolean subtract)
            throws Exception {
        CompileOptions compile = new CompileOptions(step, discretisation, subtract);
        Path first = imported(NirImportTest.resource(graph), "first", compile);
        Path exported = folder.resolve("exported.nir");
        NirExport.Outcome outcome = NirExport.run(first, exported, discretisation, false);
        Path second = imported(exported, "second", compile);
        Path exportedAgain = folder.resolve("again.nir");
        NirExport.run(second, exportedAgain, discretisation, false);

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

        NirExport.Outcome outcome = NirExport.run(scenario, exported, Discretisation.EULER, false);
        Path again = imported(exported, "again", CompileOptions.of(1e-3));
        Files.copy(
                folder.resolve("taps.csv"),
                again.resolveSibling("net.spikes.csv"),
                StandardCopyOption.REPLACE_EXISTING);

        SpikeRaster direct = NirImportTest.run(scenario).result().spikesOf("out");
        SpikeRaster viaGraph = NirImportTest.run(again).result().spikesOf("out").between(0, 60);
        assertTrue(direct.size() > 5, direct.toString());
        assertEquals(direct, viaGraph);
        assertEquals(
                List.of(),
                outcome.notes().stream()
                        .filter(note -> note.contains("last bit"))
                        .toList());
    }

    /** Closed forms and late resets as the graph has them, each with a note; a steady current as a bias. */
    @Test
    void notesWhereTheGraphDiffers() throws Exception {
        Files.writeString(folder.resolve("taps.csv"), "tick,neuron\n0,0\n1,1\n5,0\n7,1\n9,0\n");
        Path scenario = Files.writeString(folder.resolve("odd.yaml"), """
                scenario: odd
                clock: {tick: 1 ms, duration: 60 ticks}
                inputs: [{name: taps, spikes: taps.csv, size: 2}]
                network:
                  populations:
                    - name: out
                      size: 3
                      model: lif
                      parameters: {time-constant: 20 ms, threshold: 1, integration: closed-form}
                      currents: [{steps: [{from: 1 tick, current: 0.07}]}]
                    - {name: late, size: 3, model: lif, parameters: {beta: 0.9, delayed-reset: true}}
                  projections:
                    - {from: taps, to: out, weights: 0.25}
                    - {from: taps, to: late, weights: 0.25}
                """);
        Path exported = folder.resolve("odd.nir");

        NirExport.Outcome outcome = NirExport.run(scenario, exported, Discretisation.EXACT, true);
        Path again = imported(exported, "again", new CompileOptions(1e-3, Discretisation.EXACT, false));
        Files.copy(
                folder.resolve("taps.csv"),
                again.resolveSibling("net.spikes.csv"),
                StandardCopyOption.REPLACE_EXISTING);

        assertEquals(
                List.of(
                        "population out: is integrated in closed form; an import does so tick by tick, which differs by"
                                + " rounding",
                        "population late: resets at the tick after a spike, but in the graph at once: it will fire"
                                + " at other ticks"),
                outcome.notes());
        SpikeRaster direct = NirImportTest.run(scenario).result().spikesOf("out");
        assertTrue(direct.size() > 5, direct.toString());
        SpikeRaster viaGraph = NirImportTest.run(again).result().spikesOf("out");
        SpikeRaster.Builder beginning = SpikeRaster.builder(3);
        for (int i = 0; i < viaGraph.firstIndexAt(60); i++) {
            beginning.add(viaGraph.tick(i), viaGraph.neuron(i));
        }
        assertEquals(direct, beginning.build());
    }

    @Test
    void refusesACurrentThatIsNotSteady() throws Exception {
        Files.writeString(folder.resolve("taps.csv"), "tick,neuron\n0,0\n");
        Path scenario = Files.writeString(folder.resolve("odd.yaml"), """
                scenario: odd
                clock: {tick: 1 ms, duration: 60 ticks}
                inputs: [{name: taps, spikes: taps.csv, size: 2}]
                network:
                  populations:
                    - {name: out, size: 3, model: lif, parameters: {beta: 0.9}, currents: [{steps: [{from: 9 ticks, current: 1}]}]}
                  projections: [{from: taps, to: out, weights: 1}]
                """);

        InputException refusal = assertThrows(
                InputException.class,
                () -> NirExport.run(scenario, folder.resolve("odd.nir"), Discretisation.EULER, false));

        assertEquals(
                scenario
                        + ": population out: found a current that is not the same at every tick from 1 on, expected one"
                        + " that NIR can say as a bias",
                refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            delayed-reset: true          | population out: found a reset at the tick after the spike, but NIR resets in the same step; --reset-at-once writes it so
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

        InputException refusal = assertThrows(
                InputException.class,
                () -> NirExport.run(scenario, folder.resolve("odd.nir"), Discretisation.EULER, false));

        assertEquals(scenario + ": " + expected, refusal.getMessage());
    }

    @Test
    void readsWhatItExportsWithTheSameMeaning() throws Exception {
        CompileOptions compile = CompileOptions.of(1e-4);
        Path first = imported(NirImportTest.resource("two_lif_neurons.nir"), "first", compile);
        Path exported = folder.resolve("exported.nir");
        NirExport.run(first, exported, Discretisation.EULER, false);
        Path second = imported(exported, "second", compile);

        Scenario one = ScenarioFiles.read(first, ScenarioOverrides.NONE);
        Scenario other = ScenarioFiles.read(second, ScenarioOverrides.NONE);
        assertEquals(one.populations(), other.populations());
        assertEquals(
                NirImportTest.run(first).result().spikes(),
                NirImportTest.run(second).result().spikes());
    }
}
