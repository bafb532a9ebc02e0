package ganglion.scenario.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.hardware.precision.GridLif;
import ganglion.hardware.precision.RasterChange;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.ScenarioOverrides;
import ganglion.scenario.result.PrecisionChange;
import ganglion.scenario.result.RunProgress;
import ganglion.scenario.result.RunSettings;
import ganglion.scenario.result.ScenarioRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrecisionRunTest {

    /** On Xylo's 8 bits the larger weight, 1, is 127 steps, and 0.004 is less than a step: it counts as one step of 1/127. */
    private static final String SCENARIO = """
        scenario: rounded
        clock: {tick: 1 ms, duration: 100 ms}
        inputs: [{name: taps, spikes: taps.csv, size: 2}]
        network:
          populations:
            - {name: out, size: 2, model: lif, parameters: {beta: 1, threshold: 0.0395, reset: subtract}, labels: [A, B]}
          projections:
            - {from: taps, to: out, weights: [[0.004, 0], [0, 1]]}
        record: {membrane: [out]}
        decision: {population: out}
        hardware: [%s]
        """;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeTaps() throws Exception {
        StringBuilder taps = new StringBuilder("tick,neuron\n");
        for (int tick = 0; tick < 60; tick += 2) {
            taps.append(tick).append(",0\n");
        }
        Files.writeString(folder.resolve("taps.csv"), taps.append("90,1\n"));
    }

    private ScenarioRun run(String hardware) throws Exception {
        Path file = Files.writeString(folder.resolve("s.yaml"), SCENARIO.formatted(hardware));
        return ScenarioRunner.run(
                ScenarioFiles.read(file, ScenarioOverrides.NONE), new RunSettings(1, 1), RunProgress.NONE);
    }

    @Test
    void withoutPrecisionTheNetworkIsAsGiven() throws Exception {
        ScenarioRun run = run("loihi");

        assertTrue(run.precision().isEmpty());
        assertEquals("lif", run.network().population(1).model().name());
    }

    @Test
    void networkThatRunsIsTheRoundedOne() throws Exception {
        ScenarioRun run = run("{profile: xylo-audio-2, apply: precision}");

        assertTrue(run.network().population(1).model() instanceof GridLif);
        assertEquals(run.network(), run.precision().orElseThrow().network().network());
        assertEquals(1, run.costs().size());
    }

    /** As given, ten taps of 0.004 reach 0.04; of 1/127, five do: A fires twice as often, in both B fires alike. */
    @Test
    void rasterAndDecisionAreHeldAgainstThoseOfTheNetworkAsGiven() throws Exception {
        ScenarioRun asGiven = run("loihi");
        ScenarioRun rounded = run("{profile: speck, apply: precision}");

        PrecisionChange change = rounded.precision().orElseThrow();
        RasterChange ofOut = change.rasters().get(1);
        assertEquals(
                RasterChange.of(
                        asGiven.result().spikesOf("out"), rounded.result().spikesOf("out"), 0),
                ofOut);
        assertTrue(ofOut.spikesAfter() > ofOut.spikesBefore(), ofOut::toString);
        assertEquals(OptionalLong.empty(), change.rasters().get(0).firstDifferentTick(), "inputs are not rounded");
        assertEquals(asGiven.decisions(), change.decisionsAsGiven());
        assertEquals(0, change.changedDecisions(rounded.decisions()));
        RasterChange onXylo = run("{profile: xylo-audio-2, apply: precision}")
                .precision()
                .orElseThrow()
                .rasters()
                .get(1);
        assertTrue(onXylo.spikesAfter() < ofOut.spikesAfter(), "its neurons leak at least one step a tick");
    }

    @Test
    void potentialsComeInTheUnitsOfTheScenario() throws Exception {
        ScenarioRun rounded = run("{profile: xylo-audio-2, apply: precision}");

        double afterOneTap = rounded.result().membranes().get(0).at(1, 0);
        assertEquals(1.0 / 127, afterOneTap, 1e-12);
    }
}
