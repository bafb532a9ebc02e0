package ganglion.scenario.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.event.SpikeRaster;
import ganglion.scenario.clip.Tones;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.ScenarioOverrides;
import ganglion.scenario.result.Decision;
import ganglion.scenario.result.RunProgress;
import ganglion.scenario.result.RunSettings;
import ganglion.scenario.result.ScenarioRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that are asked to end before their time. */
class StoppedRunTest {

    private static final RunSettings SETTINGS = new RunSettings(Integer.MAX_VALUE, 2);

    @TempDir
    private Path folder;

    private ScenarioRun run(String content, RunProgress progress) throws Exception {
        Path file = Files.writeString(folder.resolve("s.yaml"), content);
        return ScenarioRunner.run(ScenarioFiles.read(file, ScenarioOverrides.NONE), SETTINGS, progress);
    }

    @Test
    void whatIsCompleteIsTheStartOfTheWholeRun() throws Exception {
        String content = """
                scenario: pulse
                clock: {tick: 1 ms, duration: 100 s}
                network:
                  populations: [{name: out, size: 1, model: lif, parameters: {beta: 0.9, threshold: 1, bias: 0.2}}]
                expect: [{spikes: {population: out}, at-least: 1}]
                """;

        ScenarioRun whole = run(content, RunProgress.NONE);
        ScenarioRun stopped = run(content, new StoppingProgress(0.3));

        assertTrue(whole.complete());
        assertTrue(whole.passed());
        assertFalse(stopped.complete());
        assertFalse(stopped.passed());
        assertEquals(List.of(), stopped.expectations());
        assertEquals(100_000, stopped.ticks());
        long ran = stopped.ranTicks();
        assertTrue(ran >= 30_000 && ran < 40_000, () -> "ran for " + ran);
        assertEquals(
                before(whole.result().spikesOf("out"), ran), stopped.result().spikesOf("out"));
    }

    private static SpikeRaster before(SpikeRaster raster, long tick) {
        SpikeRaster.Builder start = SpikeRaster.builder(raster.neuronCount());
        for (int i = 0; i < raster.firstIndexAt(tick); i++) {
            start.add(raster.tick(i), raster.neuron(i));
        }
        return start.build();
    }

    @Test
    void onlyClipsThatWereOverAreDecided() throws Exception {
        Tones.write(folder.resolve("low.wav"), 300, 0.2);

        ScenarioRun stopped = run("""
                scenario: tones
                clock: {tick: 2 ms}
                inputs:
                  - name: ear
                    clips: [{audio: low.wav, label: low}, {audio: low.wav, label: low}]
                    gap: 10 s
                    frontend: {mel-bands: 16}
                network:
                  populations:
                    - {name: out, size: 1, model: lif, parameters: {beta: 0.5, threshold: 1, bias: 0.6}, labels: [low]}
                  projections: [{from: ear, to: out, weights: 1.0}]
                decision: {population: out}
                """, new StoppingProgress(0.1));

        assertFalse(stopped.complete());
        assertEquals(
                List.of(100L),
                stopped.decisions().stream().map(Decision::untilTick).toList());
    }
}
