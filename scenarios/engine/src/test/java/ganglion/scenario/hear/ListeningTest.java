package ganglion.scenario.hear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.kernel.event.SpikeRaster;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
import ganglion.scenario.result.HeardInput;
import ganglion.scenario.result.Presented;
import ganglion.scenario.result.Segment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListeningTest {

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

    private static HeardInput hear(Scenario scenario) throws InputException {
        List<HeardInput> heard = Listening.hear(scenario, 2, fraction -> {});
        assertEquals(1, heard.size());
        return heard.get(0);
    }

    @Test
    void laysClipsOneAfterTheOtherWithGaps() throws Exception {
        HeardInput heard = hear(scenario("{tick: 2 ms}", "gap: 20 ms"));

        Segment low = heard.segments().get(0);
        Segment high = heard.segments().get(1);
        assertEquals("ear", heard.input());
        assertEquals("low.wav", low.file());
        assertEquals("high", high.label());
        assertEquals(0, low.fromTick());
        assertEquals(50, low.untilTick());
        assertEquals(60, high.fromTick());
        assertEquals(90, high.untilTick());
        assertEquals(90, Presented.endTick(List.of(Timeline.present(heard))));
    }

    @Test
    void putsSpikesWhereTheirClipIs() throws Exception {
        HeardInput heard = hear(scenario("{tick: 2 ms}", "gap: 20 ms"));

        SpikeRaster spikes = Timeline.present(heard).spikes();

        SpikeRaster low = heard.segments().get(0).hearing().spikes();
        SpikeRaster high = heard.segments().get(1).hearing().spikes();
        assertTrue(low.size() > 0 && high.size() > 0);
        assertEquals(low.size() + high.size(), spikes.size());
        assertEquals(low, spikes.between(0, 50));
        assertEquals(0, spikes.between(50, 60).size());
        assertEquals(60 + high.tick(0), spikes.tick(low.size()));
        assertEquals(high.neuron(0), spikes.neuron(low.size()));
    }

    @Test
    void cutsClips() throws Exception {
        HeardInput heard = hear(scenario("{tick: 2 ms}", "clip-duration: 40 ms"));

        assertEquals(20, heard.segments().get(0).untilTick());
        assertEquals(40, heard.segments().get(1).untilTick());
        assertEquals(0.04, heard.segments().get(0).hearing().audio().durationSeconds(), 1e-9);
    }

    @Test
    void endsWithTheRun() throws Exception {
        HeardInput heard = hear(scenario("{tick: 2 ms, duration: 110 ms}", "gap: 0 s"));

        Segment high = heard.segments().get(1);
        SpikeRaster spikes = Timeline.present(heard).spikes();
        assertEquals(55, high.untilTick());
        assertEquals(30, high.hearing().frames());
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
    void namesEveryClipThatCannotBeHeard() throws Exception {
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
    void hearsTheSameOnAnyNumberOfThreads() throws Exception {
        Scenario scenario = scenario("{tick: 2 ms}", "gap: 20 ms");
        List<Double> shares = new ArrayList<>();

        List<HeardInput> alone = Listening.hear(scenario, 1, shares::add);
        List<HeardInput> together = Listening.hear(scenario, 7, fraction -> {});

        assertEquals(Timeline.present(alone.get(0)), Timeline.present(together.get(0)));
        assertEquals(List.of(0.5, 1.0), shares);
    }
}
