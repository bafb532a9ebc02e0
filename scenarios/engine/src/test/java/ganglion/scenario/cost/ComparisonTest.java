package ganglion.scenario.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.hardware.chip.NumberFormat;
import ganglion.hardware.comparison.Baseline;
import ganglion.hardware.cost.Workload;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.ScenarioOverrides;
import ganglion.scenario.result.RunProgress;
import ganglion.scenario.result.RunSettings;
import ganglion.scenario.result.ScenarioRun;
import ganglion.scenario.run.ScenarioRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two inputs, all to all onto three neurons: 6 weights. Each input fires once, and all targets at once after it. */
class ComparisonTest {

    private static final String SCENARIO = """
            scenario: compared
            clock: {tick: 1 ms, duration: 100 ms}
            inputs: [{name: taps, spikes: taps.csv, size: 2}]
            network:
              populations: [{name: out, size: 3, model: lif, parameters: {beta: 0.5, threshold: 1}}]
              projections: [{from: taps, to: out, weights: [[1, 1, 0], [1, 1, 0]]}]
            hardware: [%s]
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeTaps() throws Exception {
        Files.writeString(folder.resolve("taps.csv"), "tick,neuron\n10,0\n50,1\n");
    }

    private Comparison compare(String content) throws Exception {
        Path file = Files.writeString(folder.resolve("s.yaml"), content);
        ScenarioRun run = ScenarioRunner.run(
                ScenarioFiles.read(file, ScenarioOverrides.NONE), new RunSettings(1, 1), RunProgress.NONE);
        Workload workload = new Workload(run.network(), run.result().spikes(), run.ranTicks(), run.clock());
        return Comparison.of(workload, run.scenario().hardware(), run.costs(), run.decisions());
    }

    @Test
    void countsAreThoseOfTheLiteratureWorkedByHand() throws Exception {
        Comparison comparison = compare(SCENARIO.formatted("loihi"));

        assertEquals(1, comparison.inferences());
        assertEquals(100, comparison.ticksPerInference());
        // Two spikes meet two weights that are not zero each.
        assertEquals(4, comparison.neuroBench().effectiveAccumulates());
        assertEquals(600, comparison.neuroBench().denseOperations());
        assertEquals(0.3333, comparison.neuroBench().connectionSparsity());
        assertEquals(1 - 4.0 / 300, comparison.neuroBench().activationSparsity(), 1e-12);
        assertEquals(600, comparison.artificial().multiplications());
        assertEquals(300 - 4, comparison.spiking().multiplications());
    }

    @Test
    void eachConventionalProcessorComesInBothNumberFormats() throws Exception {
        List<Baseline> baselines =
                compare(SCENARIO.formatted("loihi, cortex-m4, ideal-45nm")).baselines();

        assertEquals(
                List.of("cortex-m4", "cortex-m4", "ideal-45nm", "ideal-45nm"),
                baselines.stream().map(baseline -> baseline.profile().name()).toList());
        assertEquals(
                List.of(NumberFormat.FLOAT32, NumberFormat.INT8, NumberFormat.FLOAT32, NumberFormat.INT8),
                baselines.stream().map(baseline -> baseline.setting().format()).toList());
        // Six products and three decays, in each of a hundred ticks; ten runs of 100 ms in a second.
        assertEquals(900, baselines.get(0).work().multiplyAccumulates());
        assertEquals(10, baselines.get(0).setting().inferencesPerSecond(), 1e-9);
    }

    @Test
    void scenarioSaysHowTheDenseNetworkRuns() throws Exception {
        Baseline baseline = compare(
                        SCENARIO.formatted("{profile: ideal-45nm, baseline: {passes: 2, state: false, duty: 0.5}}"))
                .baselines()
                .get(0);

        assertEquals(12, baseline.work().multiplyAccumulates());
        assertFalse(baseline.setting().stateful());
        assertEquals(0.5, baseline.setting().duty());
    }

    @Test
    void anInferenceIsADecisionWhereThereIsOne() throws Exception {
        Comparison comparison = compare(SCENARIO.formatted("ideal-45nm") + "decision: {population: out}\n");

        assertEquals(1, comparison.inferences());
        assertEquals(100, comparison.ticksPerInference());
    }

    @Test
    void chipsOfSpikesAreHeldAgainstEachBaselineAndGatedOnes() throws Exception {
        List<BreakEvenLine> lines = compare(SCENARIO.formatted("loihi, {profile: ideal-45nm, baseline: {duty: 0.5}}"))
                .breakEvens();

        assertEquals(4, lines.size());
        assertEquals(
                List.of("loihi", "loihi", "loihi", "loihi"),
                lines.stream().map(BreakEvenLine::chip).toList());
        assertEquals(
                List.of(false, true, false, true),
                lines.stream().map(BreakEvenLine::gated).toList());
        double always = lines.get(0).dynamic().curve().get(0).baselineWatts();
        assertEquals(always / 2, lines.get(1).dynamic().curve().get(0).baselineWatts(), 1e-15);
        // Static power of a whole chip for three neurons is never worth it.
        assertFalse(BreakEvenLine.winsAtRest(lines.get(0).total()));
        assertTrue(lines.get(0).total().breakEvenSpikesPerNeuronSecond().isEmpty());
    }

    @Test
    void withoutAnySpikeThereIsNoActivityToScale() throws Exception {
        Files.writeString(folder.resolve("taps.csv"), "tick,neuron\n");

        assertEquals(List.of(), compare(SCENARIO.formatted("loihi, ideal-45nm")).breakEvens());
    }
}
