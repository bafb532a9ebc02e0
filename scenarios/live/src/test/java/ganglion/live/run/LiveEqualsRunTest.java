package ganglion.live.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cochlea.audio.AudioClip;
import ganglion.cochlea.audio.input.AudioFiles;
import ganglion.cochlea.resample.Resampler;
import ganglion.kernel.event.SpikeRaster;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
import ganglion.scenario.result.RunProgress;
import ganglion.scenario.result.RunSettings;
import ganglion.scenario.result.ScenarioRun;
import ganglion.scenario.run.ScenarioRunner;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is heard live gives the spikes of a run on the same file, to the last bit. */
class LiveEqualsRunTest {

    private static final RunSettings ONE_THREAD = new RunSettings(Integer.MAX_VALUE, 1);

    @ParameterizedTest
    @CsvSource({
        "pitch-detector, audio/flute-c-sharp-5.flac, 1",
        "pitch-detector, audio/french-horn-a-sharp-3.flac, 2",
        "tremolo-detector, audio/tremolo-6-hz.wav, 1",
        "tone-map, tone-1000.flac, 1",
        "tone-map, tone-4000.flac, 2"
    })
    void spikesAreThoseOfARun(String name, String clip, int threads) throws Exception {
        Scenario scenario = LiveScenarios.read(name, clip);
        ReplayedSound live = hear(scenario, name, clip, threads);

        assertSameAsRun(scenario, live);
        assertTrue(live.spikes().get(0).size() > 100, "the ear hears the clip");
    }

    @Test
    void currentsAreThoseOfARun() throws Exception {
        Scenario scenario = LiveScenarios.read(
                "tone-map",
                "tone-1000.flac",
                "/inputs/0/encoder",
                "{currents: {features: drive-and-cepstrum}}",
                "/network/projections",
                "[{from: ear, to: octave, weights: 3, delay: 3 ticks}, {from: ear, to: octave, weights: -0.2}]");
        ReplayedSound live = hear(scenario, "tone-map", "tone-1000.flac", 1);

        assertEquals(84, live.spikes().get(0).neuronCount());
        assertSameAsRun(scenario, live);
        assertTrue(live.spikes().get(1).size() > 20, "the currents drive the neurons");
    }

    /** Expression and intonation, several frames a tick. */
    @Test
    void theFluteDetectorHearsWhatItHearsInARun() throws Exception {
        String note = "compose/notes/audio/bass_acoustic_003-040-025.flac";
        Scenario scenario = ScenarioFiles.read(
                LiveScenarios.gallery("study").resolve("flute-detector.yaml"),
                new ScenarioOverrides(
                        Map.of(
                                "/inputs/0",
                                "{name: ear, audio: " + note
                                        + ", frontend: {sample-rate: 16 kHz, window: 64 ms, hop: 10 ms,"
                                        + " mel-bands: 40, lowest-frequency: 60 Hz, highest-frequency: 7900 Hz, gain: "
                                        + LiveScenarios.CAUSAL
                                        + "}, encoder: {currents: {features: expression-and-intonation,"
                                        + " frames-per-tick: 4}}}",
                                "/expect",
                                "[]"),
                        OptionalLong.empty(),
                        List.of(),
                        false));
        ReplayedSound live = hear(scenario, "study", note, 1);

        assertSameAsRun(scenario, live);
        assertTrue(live.spikes().get(1).size() > 20, "the currents drive the neurons");
    }

    private static void assertSameAsRun(Scenario scenario, ReplayedSound live) throws Exception {
        ScenarioRun run = ScenarioRunner.run(scenario, ONE_THREAD, RunProgress.NONE);
        for (int p = 0; p < live.spikes().size(); p++) {
            SpikeRaster expected = run.result().spikes().get(p);
            assertEquals(
                    upTo(live.ticks(), expected),
                    live.spikes().get(p),
                    run.network().population(p).name());
        }
    }

    /** A run may go on after its clip: live, sound that has ended gives no more ticks. */
    private static SpikeRaster upTo(long ticks, SpikeRaster spikes) {
        SpikeRaster.Builder kept = SpikeRaster.builder(spikes.neuronCount());
        for (int i = 0; i < spikes.firstIndexAt(ticks); i++) {
            kept.add(spikes.tick(i), spikes.neuron(i));
        }
        return kept.build();
    }

    private static ReplayedSound hear(Scenario scenario, String name, String clip, int threads) throws Exception {
        LiveScenario live = LiveScenario.of(scenario);
        Path file = LiveScenarios.gallery(name).resolve(clip);
        AudioClip audio = AudioFiles.read(file);
        double earHertz = live.ear().cochlea().sampleRateHertz();
        double[] samples = audio.sampleRateHertz() == earHertz
                ? audio.samples()
                : Resampler.between(audio.sampleRateHertz(), earHertz).resample(audio.samples());
        return ReplayedSound.of(live, samples, new RunSettings(Integer.MAX_VALUE, threads));
    }
}
