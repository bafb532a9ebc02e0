package ganglion.scenario.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import ganglion.kernel.ActivityCounts;
import ganglion.kernel.MembraneTrace;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.event.SpikeRaster;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.ScenarioOverrides;
import ganglion.scenario.result.Decision;
import ganglion.scenario.result.ExpectationOutcome;
import ganglion.scenario.result.RunProgress;
import ganglion.scenario.result.RunSettings;
import ganglion.scenario.result.ScenarioRun;
import ganglion.scenario.run.ScenarioRunner;
import ganglion.scenario.suite.CaseRunner.Repeatability;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepeatabilityTest {

    private static final RunSettings SETTINGS = new RunSettings(Integer.MAX_VALUE, 1);

    @TempDir
    private Path folder;

    private ScenarioRun run;

    @BeforeEach
    void runAScenario() throws Exception {
        SuiteCase test = new SuiteFixture(folder).testCase("a", "hardware: [loihi]\n");
        run = ScenarioRunner.run(ScenarioFiles.read(test.file(), ScenarioOverrides.NONE), SETTINGS, RunProgress.NONE);
    }

    private ScenarioRun with(SimulationResult result, List<Decision> decisions, List<ExpectationOutcome> outcomes) {
        return new ScenarioRun(
                run.scenario(),
                run.network(),
                run.ticks(),
                run.clips(),
                result,
                new ScenarioRun.Findings(decisions, run.costs(), outcomes, run.precision()),
                run.execution());
    }

    private ScenarioRun with(List<SpikeRaster> spikes, ActivityCounts counts) {
        SimulationResult result = new SimulationResult(
                run.network(), run.ticks(), spikes, counts, run.result().membranes());
        return with(result, run.decisions(), run.expectations());
    }

    private Optional<String> difference(ScenarioRun other) {
        return Repeatability.difference(run, other);
    }

    @Test
    void findsNothingBetweenARunAndItself() {
        assertEquals(Optional.empty(), difference(run));
    }

    @Test
    void findsSpikesThatDiffer() {
        List<SpikeRaster> spikes = new ArrayList<>(run.result().spikes());
        spikes.set(1, SpikeRaster.builder(2).add(2, 0).add(7, 0).add(10, 1).build());

        assertEquals(
                Optional.of("the spikes of out differ (3 and 3)"),
                difference(with(spikes, run.result().activity())));
    }

    @Test
    void findsCountsDecisionsAndOutcomesThatDiffer() {
        ActivityCounts counts = new ActivityCounts(6, 99, 9);
        Decision decision = new Decision("", "", 0, 20, "0", new int[2], OptionalLong.empty(), false);

        assertEquals(
                "the numbers of synaptic events differ (3 and 99)",
                difference(with(run.result().spikes(), counts)).orElseThrow());
        assertEquals(
                Optional.of("the decisions differ"),
                difference(with(run.result(), List.of(decision), run.expectations())));
        assertEquals(
                Optional.of("the outcomes of the expectations differ"),
                difference(with(run.result(), run.decisions(), List.of(SuiteFixture.outcome(true)))));
    }

    private ScenarioRun withPotential(double potential) {
        MembraneTrace trace = new MembraneTrace("out", 1, new double[] {0.5, potential});
        SimulationResult result = new SimulationResult(
                run.network(), run.ticks(), run.result().spikes(), run.result().activity(), List.of(trace));
        return with(result, run.decisions(), run.expectations());
    }

    @Test
    void findsPotentialsThatDifferInOneBit() {
        assertEquals(Optional.empty(), Repeatability.difference(withPotential(0.25), withPotential(0.25)));
        assertEquals(
                Optional.of("the recorded potentials differ"),
                Repeatability.difference(withPotential(0.25), withPotential(Math.nextUp(0.25))));
        assertEquals(
                Optional.of("the recorded potentials differ"),
                Repeatability.difference(withPotential(0.0), withPotential(-0.0)));
    }

    @Test
    void findsEnergiesThatDiffer() throws Exception {
        ScenarioRun longer = run(new SuiteFixture(folder), "hardware: [loihi]\n", "duration: 20 ms", "duration: 21 ms");

        assertEquals(Optional.of("the energy on loihi differs"), difference(longer));
    }

    private static ScenarioRun run(SuiteFixture fixture, String more, String found, String replacement)
            throws Exception {
        Path file = fixture.write("b.yaml", SuiteFixture.scenario("b", more).replace(found, replacement));
        return ScenarioRunner.run(ScenarioFiles.read(file, ScenarioOverrides.NONE), SETTINGS, RunProgress.NONE);
    }

    /** A second run that is done in the same way would miss what depends on the way. */
    @Test
    void runsTheSecondTimeWithOtherThreadsAndActors() {
        RunSettings other = Repeatability.otherSettings(run, SETTINGS);

        assertNotEquals(SETTINGS.threads(), other.threads());
        assertNotEquals(SETTINGS.neuronsPerActor(), other.neuronsPerActor());
        assertNotEquals(
                2, Repeatability.otherSettings(run, new RunSettings(1, 2)).threads());
        assertEquals(
                2,
                Repeatability.otherSettings(run, new RunSettings(1, 2, true)).threads(),
                "a small network takes one of two threads");
    }
}
