package ganglion.scenario.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.hardware.chip.NumberFormat;
import ganglion.hardware.cost.Workload;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.estimate.Computation;
import ganglion.hardware.estimate.DecisionEstimate;
import ganglion.hardware.estimate.Ranking;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.ScenarioOverrides;
import ganglion.scenario.result.Decision;
import ganglion.scenario.result.RunProgress;
import ganglion.scenario.result.RunSettings;
import ganglion.scenario.result.ScenarioRun;
import ganglion.scenario.run.ScenarioRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collector;
import java.util.stream.Collectors;
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

    private static final String DECISION = "decision: {population: out}\n";

    private static final String TOY = """
            profile: toy
            title: Toy
            description: For tests.
            execution: dense
            boundary: {includes: all, excludes: nothing}
            sources: {us: Our choice}
            power:
              idle: {value: 1 uW, kind: assumed, source: us}
              run: {value: 1 mW, kind: assumed, source: us}
            processor:
              multiply-accumulate:
                dense:
                  int8: {value: 1 us, kind: assumed, source: us}
                  float32: {value: 4 us, kind: assumed, source: us}
            """;

    private static final String PRICE = """
            energy:
              multiply-accumulate: {value: 1 pJ, kind: assumed, source: us, accounting: marginal}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeTaps() throws Exception {
        Files.writeString(folder.resolve("taps.csv"), "tick,neuron\n10,0\n50,1\n");
        Files.writeString(folder.resolve("toy.yaml"), TOY);
    }

    private ScenarioRun run(String content) throws Exception {
        Path file = Files.writeString(folder.resolve("s.yaml"), content);
        return ScenarioRunner.run(
                ScenarioFiles.read(file, ScenarioOverrides.NONE), new RunSettings(1, 1), RunProgress.NONE);
    }

    private static Workload workload(ScenarioRun run) {
        return new Workload(run.network(), run.result().spikes(), run.ranTicks(), run.clock());
    }

    private DeviceEstimates devices(String content, List<Decision> decisions) throws Exception {
        ScenarioRun run = run(content);
        return new DeviceEstimates(workload(run), run.scenario().hardware(), run.costs(), decisions, List.of());
    }

    private static Decision decision(long fromTick, long untilTick) {
        return new Decision("a", "A", fromTick, untilTick, "", new int[3], OptionalLong.empty(), false);
    }

    private Comparison compare(String content) throws Exception {
        ScenarioRun run = run(content);
        Workload workload = workload(run);
        return Comparison.of(workload, run.scenario().hardware(), run.costs(), run.decisions(), List.of());
    }

    @Test
    void eachDeviceComesWithEverythingThatItComputes() throws Exception {
        List<DecisionEstimate> estimates =
                compare(SCENARIO.formatted("loihi, ./toy.yaml") + DECISION).estimates();

        assertEquals(
                List.of(
                        "loihi SPIKES Optional.empty",
                        "toy DENSE_TICKS Optional[INT8]",
                        "toy ARTIFICIAL Optional[INT8]",
                        "toy DENSE_TICKS Optional[FLOAT32]",
                        "toy ARTIFICIAL Optional[FLOAT32]"),
                estimates.stream()
                        .map(estimate ->
                                estimate.profile().name() + " " + estimate.computation() + " " + estimate.format())
                        .toList());
        // Six products and three decays, in each of a hundred ticks; six products once. A microsecond each.
        assertEquals(900e-6, estimates.get(1).workSeconds().orElseThrow(), 1e-15);
        assertEquals(6e-6, estimates.get(2).workSeconds().orElseThrow(), 1e-15);
        assertEquals(0.1, estimates.get(1).periodSeconds(), 1e-12);
    }

    @Test
    void aDeviceWhoseProfileSaysNoWayToComputeIsNamedWithTheReason() throws Exception {
        Files.writeString(folder.resolve("toy.yaml"), TOY.substring(0, TOY.indexOf("power:")) + PRICE);

        Comparison comparison = compare(SCENARIO.formatted("./toy.yaml"));

        assertEquals(
                List.of(
                        "its profile says neither how it computes spikes nor how long it takes for multiply-accumulates"),
                comparison.ranking(Boundary.ACTIVE).left().stream()
                        .map(Ranking.Left::reason)
                        .toList());
    }

    @Test
    void withoutADecisionNoArtificialNetworkIsComparedAndTheReasonStandsInItsPlace() throws Exception {
        Comparison comparison = compare(SCENARIO.formatted("loihi, ./toy.yaml"));

        String reason =
                "no artificial network stands in for it: nothing is decided, so there is no decision to run one for";
        assertEquals(Optional.of(reason), comparison.withoutArtificial());
        DecisionEstimate artificial = comparison.estimates().stream()
                .filter(estimate -> estimate.computation() == Computation.ARTIFICIAL)
                .collect(onlyElement());
        assertEquals(List.of(reason), artificial.problems());
        assertEquals(
                List.of(Computation.DENSE_TICKS),
                comparison.breakEvens().stream()
                        .map(line -> line.conventional().computation())
                        .distinct()
                        .toList());
        assertEquals(
                Computation.DENSE_TICKS,
                comparison
                        .ranking(Boundary.ACTIVE)
                        .savings()
                        .get(0)
                        .conventional()
                        .computation());
    }

    @Test
    void aRecurrentNetworkIsComparedWithItselfInEveryTickOnly() throws Exception {
        Comparison comparison = compare(SCENARIO.formatted("loihi, ./toy.yaml")
                        .replace(
                                "weights: [[1, 1, 0], [1, 1, 0]]}]",
                                "weights: [[1, 1, 0], [1, 1, 0]]}, {from: out, to: out, weights: -1}]")
                + DECISION);

        assertEquals(
                Optional.of(
                        "no artificial network that runs once stands in for it: the network is recurrent, population out"
                                + " reaches itself"),
                comparison.withoutArtificial());
        assertEquals(
                Computation.DENSE_TICKS,
                comparison
                        .ranking(Boundary.ALWAYS_ON)
                        .savings()
                        .get(0)
                        .conventional()
                        .computation());
    }

    @Test
    void whatADeviceIsMadeForIsTheNextBestWhereNoArtificialNetworkStandsIn() throws Exception {
        Comparison without = compare(SCENARIO.formatted("./toy.yaml"));
        Comparison with = compare(SCENARIO.formatted("./toy.yaml") + DECISION);

        assertEquals(
                Computation.DENSE_TICKS, selected(without, Optional.empty()).computation());
        assertEquals(Computation.ARTIFICIAL, selected(with, Optional.empty()).computation());
        assertFalse(selected(without, Optional.of(Computation.ARTIFICIAL)).possible());
    }

    private static DecisionEstimate selected(Comparison comparison, Optional<Computation> computes) {
        return DeviceEstimates.select(
                comparison.estimates(), comparison.estimates().get(0).profile(), computes);
    }

    private static <T> Collector<T, ?, T> onlyElement() {
        return Collectors.collectingAndThen(Collectors.toList(), found -> {
            assertEquals(1, found.size());
            return found.get(0);
        });
    }

    @Test
    void nobodyHasMeasuredTheAccuracyOfAnArtificialNetwork() throws Exception {
        List<DecisionEstimate> estimates =
                compare(SCENARIO.formatted("./toy.yaml, ideal-45nm") + DECISION).estimates();

        for (DecisionEstimate estimate : estimates) {
            assertEquals(
                    estimate.computation() == Computation.ARTIFICIAL
                            ? List.of("artificial network, once: nobody has measured its accuracy")
                            : List.of(),
                    estimate.notes());
        }
    }

    @Test
    void aRunOfSeveralDecisionsEvaluatesTheArtificialNetworkOnceForEach() throws Exception {
        DeviceEstimates devices = devices(SCENARIO.formatted("./toy.yaml"), List.of(decision(0, 20), decision(50, 90)));

        assertEquals(6e-6, devices.ofDecision().get(1).workSeconds().orElseThrow(), 1e-15);
        assertEquals(12e-6, devices.ofRun().get(1).workSeconds().orElseThrow(), 1e-15);
        assertEquals(30 * 9e-6, devices.ofDecision().get(0).workSeconds().orElseThrow(), 1e-15);
        assertEquals(100 * 9e-6, devices.ofRun().get(0).workSeconds().orElseThrow(), 1e-15);
        assertEquals(0.03, devices.ofDecision().get(0).periodSeconds(), 1e-12);
        assertEquals(0.1, devices.ofRun().get(0).periodSeconds(), 1e-12);
    }

    @Test
    void anInferenceIsADecisionWhereThereIsOne() throws Exception {
        Comparison comparison = compare(SCENARIO.formatted("ideal-45nm") + DECISION);

        assertEquals(1, comparison.inferences());
        assertEquals(100, comparison.ticksPerInference());
    }

    @Test
    void chipsOfSpikesAreHeldAgainstEachComputationUnderOneBoundaryAtATime() throws Exception {
        List<BreakEvenLine> lines =
                compare(SCENARIO.formatted("loihi, ./toy.yaml") + DECISION).breakEvens();

        assertEquals(
                List.of(
                        "loihi toy DENSE_TICKS MARGINAL",
                        "loihi toy DENSE_TICKS ALWAYS_ON",
                        "loihi toy ARTIFICIAL MARGINAL",
                        "loihi toy ARTIFICIAL ALWAYS_ON"),
                lines.stream()
                        .map(line -> line.chip().profile().name() + " "
                                + line.conventional().profile().name() + " "
                                + line.conventional().computation() + " "
                                + line.breakEven().boundary())
                        .toList());
        assertEquals(
                List.of(Optional.of(NumberFormat.INT8)),
                lines.stream()
                        .map(line -> line.conventional().format())
                        .distinct()
                        .toList());
        // The static power of a whole chip for three neurons is never worth it.
        assertFalse(lines.get(1).breakEven().chipWinsAtRest());
        assertTrue(lines.get(1).breakEven().breakEvenSpikesPerNeuronSecond().isEmpty());
    }

    @Test
    void withoutAnySpikeThereIsNoActivityToScale() throws Exception {
        Files.writeString(folder.resolve("taps.csv"), "tick,neuron\n");

        assertEquals(List.of(), compare(SCENARIO.formatted("loihi, ideal-45nm")).breakEvens());
    }
}
