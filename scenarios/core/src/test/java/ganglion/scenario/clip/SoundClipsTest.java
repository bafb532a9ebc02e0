package ganglion.scenario.clip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.parallel.TaskRunner;
import ganglion.runtime.ThreadedTasks;
import ganglion.scenario.bind.Stimulus;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
import ganglion.scenario.result.Clip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoundClipsTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void clips() throws IOException {
        Tones.write(folder.resolve("low.wav"), 300, 0.1);
        Tones.write(folder.resolve("high.wav"), 3000, 0.06);
    }

    private Scenario scenario(String clock, String input) throws IOException, InputException {
        Path file = Files.writeString(folder.resolve("s.yaml"), """
                scenario: hear
                clock: %s
                inputs:
                  - name: ear
                    clips: [{audio: low.wav, label: low}, {audio: high.wav, label: high}]
                    %s
                network:
                  populations: [{name: out, size: 2, model: lif, parameters: {beta: 0.5}}]
                """.formatted(clock, input));
        return ScenarioFiles.read(file, ScenarioOverrides.NONE);
    }

    private static Stimulus hear(Scenario scenario) throws InputException {
        return SoundClips.hear(scenario, new ThreadedTasks(2), fraction -> {});
    }

    @Test
    void laysClipsOneAfterTheOtherWithGaps() throws Exception {
        Stimulus heard = hear(scenario("{tick: 2 ms}", "gap: 20 ms"));

        Clip low = heard.clips().get(0);
        Clip high = heard.clips().get(1);
        assertEquals("ear", low.input());
        assertEquals("low.wav", low.file());
        assertEquals("high", high.label());
        assertEquals(0, low.fromTick());
        assertEquals(50, low.untilTick());
        assertEquals(60, high.fromTick());
        assertEquals(90, high.untilTick());
        assertEquals(90, heard.endTick());
    }

    @Test
    void putsSpikesWhereTheirClipIs() throws Exception {
        Stimulus heard = hear(scenario("{tick: 2 ms}", "gap: 20 ms"));

        SpikeRaster spikes = heard.spikes().get("ear");

        SpikeRaster low = heard.clips().get(0).output().spikes();
        SpikeRaster high = heard.clips().get(1).output().spikes();
        assertTrue(low.size() > 0 && high.size() > 0);
        assertEquals(low.size() + high.size(), spikes.size());
        assertEquals(low, spikes.between(0, 50));
        assertEquals(0, spikes.between(50, 60).size());
        assertEquals(60 + high.tick(0), spikes.tick(low.size()));
        assertEquals(high.neuron(0), spikes.neuron(low.size()));
    }

    @Test
    void cutsClips() throws Exception {
        Stimulus heard = hear(scenario("{tick: 2 ms}", "clip-duration: 40 ms"));

        assertEquals(20, heard.clips().get(0).untilTick());
        assertEquals(40, heard.clips().get(1).untilTick());
        assertEquals(0.04, heard.clips().get(0).output().audio().durationSeconds(), 1e-9);
    }

    @Test
    void endsWithTheRun() throws Exception {
        Stimulus heard = hear(scenario("{tick: 2 ms, duration: 110 ms}", "gap: 0 s"));

        Clip high = heard.clips().get(1);
        SpikeRaster spikes = heard.spikes().get("ear");
        assertEquals(55, high.untilTick());
        assertEquals(30, high.output().frames());
        assertTrue(spikes.tick(spikes.size() - 1) < 55);
    }

    @Test
    void refusesClipsThatTheRunDoesNotReach() throws Exception {
        Scenario scenario = scenario("{tick: 2 ms, duration: 100 ms}", "gap: 0 s");

        InputException refusal = assertThrows(InputException.class, () -> hear(scenario));

        assertEquals(
                folder.resolve("s.yaml") + ":5: /inputs/0/clips/1: found a clip that starts at 50 ticks,"
                        + " expected it to start before the run ends at 50 ticks",
                refusal.problems().get(0).oneLine());
    }

    @Test
    void namesEveryClipThatCannotBeRead() throws Exception {
        Scenario scenario = scenario("{tick: 2 ms}", "gap: 0 s");
        Files.writeString(folder.resolve("low.wav"), "not a sound");
        Tones.write(folder.resolve("high.wav"), 300, 0.001);

        InputException refusal = assertThrows(InputException.class, () -> hear(scenario));

        List<Problem> problems = refusal.problems();
        assertEquals(
                List.of("/inputs/0/clips/0/audio", "/inputs/0/clips/1/audio"),
                problems.stream().map(Problem::pointer).toList());
        assertTrue(problems.get(0).message().startsWith("low.wav: "));
        assertEquals(
                "high.wav: found 0.001 s of sound, expected at least one tick of 0.002 s",
                problems.get(1).message());
    }

    @Test
    void givesTheSameOnAnyNumberOfThreads() throws Exception {
        Scenario scenario = scenario("{tick: 2 ms}", "gap: 20 ms");
        List<Double> shares = new ArrayList<>();

        Stimulus alone = SoundClips.hear(scenario, TaskRunner.SEQUENTIAL, shares::add);
        Stimulus together = SoundClips.hear(scenario, new ThreadedTasks(7), fraction -> {});

        assertEquals(alone.spikes(), together.spikes());
        assertEquals(List.of(0.5, 1.0), shares);
    }
}
