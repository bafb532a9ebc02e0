package ganglion.scenario.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.InputException;
import ganglion.kernel.event.SpikeRaster;
import ganglion.scenario.clip.Tones;
import ganglion.scenario.data.RasterFile;
import ganglion.scenario.data.RasterWriter;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.ScenarioOverrides;
import ganglion.scenario.result.Decision;
import ganglion.scenario.result.ExpectationOutcome;
import ganglion.scenario.result.RunProgress;
import ganglion.scenario.result.RunSettings;
import ganglion.scenario.result.ScenarioRun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioRunnerTest {

    private static final RunSettings SETTINGS = new RunSettings(Integer.MAX_VALUE, 2);

    @TempDir
    private Path folder;

    private ScenarioRun run(String content) throws IOException, InputException {
        return run(content, SETTINGS, RunProgress.NONE);
    }

    private ScenarioRun run(String content, RunSettings settings, RunProgress progress)
            throws IOException, InputException {
        Path file = Files.writeString(folder.resolve("s.yaml"), content);
        return ScenarioRunner.run(ScenarioFiles.read(file, ScenarioOverrides.NONE), settings, progress);
    }

    /** Input 0.4 at ticks 3, 4, 5; beta 0.5: v = 0.4, 0.6, 0.7 at ticks 4 + delay 1 ... so threshold 0.65 is crossed at 6. */
    @Test
    void runsSpikesThroughANeuronWhoseSpikesAreKnown() throws Exception {
        Files.writeString(folder.resolve("taps.csv"), "tick,neuron\n3,0\n4,0\n5,0\n");

        ScenarioRun run = run("""
                scenario: known
                clock: {tick: 1 ms, duration: 20 ms}
                inputs: [{name: taps, spikes: taps.csv, size: 1}]
                network:
                  populations: [{name: out, size: 1, model: lif, parameters: {beta: 0.5, threshold: 0.65}}]
                  projections: [{from: taps, to: out, weights: 0.4}]
                record: {membrane: [out]}
                hardware: [loihi]
                expect:
                  - {spikes: {population: out}, equals: 1}
                  - {first-spike: {population: out}, after: 5.5 ms}
                  - {first-spike: {population: out}, before: 6 ms}
                  - {energy: {profile: loihi, boundary: always-on}, below: 1 J}
                """);

        assertEquals(20, run.ticks());
        assertEquals(SpikeRaster.builder(1).add(6, 0).build(), run.result().spikesOf("out"));
        assertEquals(0.6, run.result().membranes().get(0).at(5, 0), 1e-15);
        assertEquals(
                List.of(true, true, false, true),
                run.expectations().stream().map(ExpectationOutcome::passed).toList());
        assertFalse(run.passed());
        assertEquals(
                new ExpectationOutcome("/expect/2", "first spike of out", false, "6 ms (tick 6)", "before 6 ms")
                        .withValue(0.006, "s"),
                run.expectations().get(2));
        assertEquals(List.of(), run.clips());
        assertEquals(List.of(), run.decisions());
        assertEquals(1, run.costs().size());
        assertEquals(42, run.seed());
    }

    private static final String TONES = """
            scenario: tones
            clock: {tick: 2 ms}
            inputs:
              - name: ear
                clips: [{audio: low.wav, label: low}, {audio: high.wav, label: high}, {audio: low.wav, label: low}]
                gap: 20 ms
                frontend: {mel-bands: 16}
            network:
              populations:
                - {name: out, size: 2, model: lif, parameters: {beta: 0.5, threshold: 1}, labels: [low, high]}
              projections:
                - {from: ear, to: out, weights: halves.csv}
                - {from: out, to: out, weights: [[0, -0.5], [-0.5, 0]]}
            decision: {population: out, margin: 10 ms}
            hardware: [loihi, stm32u575]
            expect:
              - {decisions: correct, equals: 3, of: 3}
              - {winner: {clip: 1}, equals: high}
              - {raster: golden.csv}
            """;

    /** The lower half of the bands excites "low", the upper half "high". */
    private void writeTones() throws IOException {
        Tones.write(folder.resolve("low.wav"), 300, 0.2);
        Tones.write(folder.resolve("high.wav"), 6000, 0.2);
        Files.writeString(folder.resolve("halves.csv"), "1,0\n".repeat(8) + "0,1\n".repeat(8));
    }

    private void writeGolden(ScenarioRun run) throws IOException {
        Map<String, SpikeRaster> rasters = new LinkedHashMap<>();
        rasters.put("ear", run.result().spikesOf("ear"));
        rasters.put("out", run.result().spikesOf("out"));
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        RasterWriter.write(new RasterFile(run.clock().tickSeconds(), run.ticks(), rasters), text);
        Files.write(folder.resolve("golden.csv"), text.toByteArray());
    }

    @Test
    void hearsDecidesAndChecksClips() throws Exception {
        writeTones();

        ScenarioRun first = run(TONES);
        assertEquals(
                List.of("low", "high", "low"),
                first.decisions().stream().map(Decision::winner).toList());
        assertEquals(
                List.of(true, true, false),
                first.expectations().stream().map(ExpectationOutcome::passed).toList());

        writeGolden(first);
        ScenarioRun second = run(TONES);
        assertTrue(second.passed());
        assertEquals(100 + 10 + 100 + 10 + 100 + 5, second.ticks());
        assertEquals(
                List.of("loihi", "stm32u575"),
                second.costs().stream().map(cost -> cost.profile().name()).toList());
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 2", "2147483647, 1", "2147483647, 3"})
    void givesTheSameBitsHoweverItRuns(int neuronsPerActor, int threads) throws Exception {
        writeTones();
        ScenarioRun expected = run(TONES);

        ScenarioRun run = run(TONES, new RunSettings(neuronsPerActor, threads), RunProgress.NONE);

        assertEquals(expected.result().spikes(), run.result().spikes());
        assertEquals(expected.decisions(), run.decisions());
        assertEquals(expected.expectations(), run.expectations());
        assertArrayEquals(
                expected.costs().get(0).energy().tickJoules(),
                run.costs().get(0).energy().tickJoules());
    }

    @Test
    void reportsThePhasesInOrderAndToTheirEnds() throws Exception {
        writeTones();
        List<String> phases = new ArrayList<>();
        Map<String, Double> last = new LinkedHashMap<>();

        run(TONES, SETTINGS, (phase, fraction) -> {
            synchronized (last) {
                assertTrue(fraction >= last.getOrDefault(phase, 0.0) && fraction <= 1, phase);
                last.put(phase, fraction);
                if (!phases.contains(phase)) {
                    phases.add(phase);
                }
            }
        });

        assertEquals(List.of("hearing", "building", "simulating", "costing"), phases);
        last.forEach((phase, fraction) -> assertEquals(1, fraction, phase));
    }

    @Test
    void decidesARunWithoutClipsAsAWhole() throws Exception {
        ScenarioRun run = run("""
                scenario: whole
                clock: {tick: 1 ms, duration: 50 ms}
                network:
                  populations:
                    - {name: out, size: 2, model: lif, parameters: {beta: 0.5, bias: [0.4, 0.6]}, labels: [slow, quick]}
                decision: {population: out}
                expect: [{winner: {}, equals: quick}]
                """);

        assertTrue(run.passed());
        assertEquals(50, run.decisions().get(0).untilTick());
    }

    @Test
    void refusesRunsThatWouldFillTheMemory() {
        String costly = """
                scenario: costly
                clock: {tick: 1 ns, duration: 1 s}
                network: {populations: [{name: out, size: 1, model: lif, parameters: {beta: 0.5}}]}
                hardware: [loihi]
                """;
        String traced = """
                scenario: traced
                clock: {tick: 1 us, duration: 1000 s}
                network: {populations: [{name: out, size: 1, model: lif, parameters: {beta: 0.5}}]}
                record: {membrane: [out]}
                """;

        assertEquals(
                "/clock: found 1000000000 ticks, expected at most 33554432 to be costed",
                assertThrows(InputException.class, () -> run(costly))
                        .getMessage()
                        .split(":\\d+: ")[1]);
        assertEquals(
                "/record/membrane: found 1000000000 potentials of out to keep, expected at most 100000000",
                assertThrows(InputException.class, () -> run(traced))
                        .getMessage()
                        .split(":\\d+: ")[1]);
    }
}
