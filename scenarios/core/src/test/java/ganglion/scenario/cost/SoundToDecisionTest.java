package ganglion.scenario.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.hardware.cost.ChipCost;
import ganglion.scenario.clip.Tones;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
import ganglion.scenario.result.RunProgress;
import ganglion.scenario.result.RunSettings;
import ganglion.scenario.result.ScenarioRun;
import ganglion.scenario.run.ScenarioRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoundToDecisionTest {

    private static final String SCENARIO = """
            scenario: heard
            clock: {tick: 2 ms}
            inputs:
              - {name: ear, audio: tone.wav, label: A, frontend: {mel-bands: 16%s}}
            network:
              populations: [{name: out, size: 1, model: lif, parameters: {beta: 0.5, threshold: 1}, labels: [A]}]
              projections: [{from: ear, to: out, weights: 1}]
            decision: {population: out}
            hardware: [truenorth, dynap-se]
            """;

    @TempDir
    private Path folder;

    private Scenario scenario(String frontend) throws Exception {
        Tones.write(folder.resolve("tone.wav"), 440, 0.2);
        Path file = Files.writeString(folder.resolve("s.yaml"), SCENARIO.formatted(frontend));
        return ScenarioFiles.read(file, ScenarioOverrides.NONE);
    }

    @Test
    void causalFrameIsHeardAfterAHop() throws Exception {
        assertEquals(0.002, SoundToDecision.of(scenario("")).frontEndSeconds(), 1e-12);
    }

    @Test
    void frameThatLiesAheadIsHeardAtItsEnd() throws Exception {
        assertEquals(0.032, SoundToDecision.of(scenario(", framing: within")).frontEndSeconds(), 1e-12);
    }

    @Test
    void gainControlOverTheWholeClipIsTold() throws Exception {
        assertTrue(SoundToDecision.of(scenario("")).looksAhead());
        assertFalse(
                SoundToDecision.of(scenario(", gain: {running-maximum: {}}")).looksAhead());
    }

    /** TrueNorth keeps the tick: the winner fires in tick n, so that n + 1 ticks and the front end's hop have passed. */
    @Test
    void decisionTakesTheFrontEndTheTicksAndTheChip() throws Exception {
        ScenarioRun run = ScenarioRunner.run(scenario(""), new RunSettings(1, 1), RunProgress.NONE);
        long tick = run.decisions().get(0).firstSpikeTick().orElseThrow();
        SoundToDecision sound = SoundToDecision.of(run.scenario());

        Histogram histogram = sound.on(run.costs().get(0), run.decisions());

        assertEquals(1, histogram.getTotalCount());
        assertEquals(0.002 + (tick + 1) * 0.002, histogram.getMaxValue() * 1e-9, 1e-4);
    }

    @Test
    void whereTheChipsTimeIsUnknownATickIsTakenForEach() throws Exception {
        ScenarioRun run = ScenarioRunner.run(scenario(""), new RunSettings(1, 1), RunProgress.NONE);
        ChipCost unknown = run.costs().get(1);
        SoundToDecision sound = SoundToDecision.of(run.scenario());

        assertFalse(unknown.timing().isKnown());
        assertEquals(
                sound.on(run.costs().get(0), run.decisions()).getMaxValue(),
                sound.on(unknown, run.decisions()).getMaxValue());
    }
}
