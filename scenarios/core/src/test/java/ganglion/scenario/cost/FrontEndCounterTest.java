package ganglion.scenario.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.cochlea.spectrum.MelFilterBank;
import ganglion.cochlea.spectrum.MelParameters;
import ganglion.hardware.signal.FrontEndWork;
import ganglion.hardware.signal.FrontEndWork.SignalStage;
import ganglion.hardware.signal.SignalOperation;
import ganglion.hardware.signal.SignalWork;
import ganglion.kernel.parallel.TaskRunner;
import ganglion.scenario.clip.SoundClips;
import ganglion.scenario.clip.Tones;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
import ganglion.scenario.result.Clip;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrontEndCounterTest {

    private static final Path PITCH_DETECTOR = Path.of("..", "gallery", "pitch-detector", "scenario.yaml");

    @TempDir
    private Path folder;

    private static List<Clip> heard(Scenario scenario) throws Exception {
        return SoundClips.hear(scenario, TaskRunner.SEQUENTIAL, share -> {}).clips();
    }

    private static List<FrontEndWork> counted(Scenario scenario, long endTick) throws Exception {
        return FrontEndCounter.of(scenario, heard(scenario), endTick);
    }

    private static Map<String, SignalWork> byName(List<SignalStage> stages) {
        return stages.stream().collect(Collectors.toMap(SignalStage::name, SignalStage::work));
    }

    private static SignalWork of(SignalOperation operation, long count) {
        return new SignalWork(Map.of(operation, count));
    }

    private static long weights(MelFilterBank bank) {
        long weights = 0;
        for (int band = 0; band < bank.bands(); band++) {
            for (int bin = 0; bin <= 1024; bin++) {
                weights += bank.weight(band, bin) > 0 ? 1 : 0;
            }
        }
        return weights;
    }

    /** Two tones of 0.1 s, 100 ticks apart, in a front end at a rate that the recordings may have or not. */
    private Scenario tones(int rateHertz) throws Exception {
        Tones.write(folder.resolve("low.wav"), 300, 0.1);
        Tones.write(folder.resolve("high.wav"), 3000, 0.1);
        Path file = Files.writeString(folder.resolve("s.yaml"), """
                scenario: hear
                clock: {tick: 2 ms}
                inputs:
                  - {name: clock, size: 1, regular: {period: 10 ms}}
                  - name: ear
                    clips: [{audio: low.wav}, {audio: high.wav}]
                    gap: 100 ticks
                    frontend: {sample-rate: %d Hz}
                network:
                  populations: [{name: out, size: 2, model: lif, parameters: {beta: 0.5}}]
                """.formatted(rateHertz));
        return ScenarioFiles.read(file, ScenarioOverrides.NONE);
    }

    /** Twelve clips of 1.2 s, 150 frames each: windows and transforms of 2048 samples, 128 bands. */
    @Test
    void pitchDetectorIsCountedStageByStage() throws Exception {
        Scenario scenario = ScenarioFiles.read(PITCH_DETECTOR, ScenarioOverrides.NONE);

        List<FrontEndWork> works = counted(scenario, Long.MAX_VALUE);
        long weights = weights(new MelFilterBank(MelParameters.of(128).withRange(100, 2500), 16_000, 2048));

        assertEquals(1, works.size());
        FrontEndWork ear = works.get(0);
        assertEquals("ear", ear.input());
        assertEquals(12 * 150, ear.frames());
        assertEquals(12 * 1.2, ear.soundSeconds(), 1e-9);
        assertEquals(
                List.of("window", "transform", "bands", "inhibition", "gain", "encoder"),
                ear.stages().stream().map(SignalStage::name).toList());
        Map<String, SignalWork> stages = byName(ear.stages());
        assertEquals(of(SignalOperation.MULTIPLY_ADD, 1800 * 2048), stages.get("window"));
        assertEquals(
                new SignalWork(Map.of(
                        SignalOperation.BUTTERFLY, 1800L * (512 * 10 + 1024),
                        SignalOperation.MAGNITUDE, 1800L * 1025,
                        SignalOperation.MULTIPLY_ADD, 1800L * 1025)),
                stages.get("transform"));
        assertEquals(of(SignalOperation.MULTIPLY_ADD, 1800 * weights), stages.get("bands"));
        assertEquals(1800 * 128 * 4, stages.get("inhibition").count(SignalOperation.MULTIPLY_ADD));
        assertEquals(
                of(SignalOperation.DIVISION, 1800 * 128).plus(of(SignalOperation.COMPARISON, 1800 * 128)),
                stages.get("gain"));
        assertEquals(1800 * (2048 + 1025 + weights + 512 + 128), ear.total().count(SignalOperation.MULTIPLY_ADD));
        assertEquals(
                125 * (512 * 10 + 1024),
                byName(ear.perSecond()).get("transform").count(SignalOperation.BUTTERFLY));
    }

    /** 50 frames each; the second clip starts at tick 150. */
    @Test
    void gapsAndWhatComesAfterTheEndAreNotCounted() throws Exception {
        Scenario scenario = tones(16_000);

        assertEquals(100, counted(scenario, 1000).get(0).frames());
        assertEquals(60, counted(scenario, 160).get(0).frames());
        assertEquals(50, counted(scenario, 120).get(0).frames());
        assertEquals(0.1, counted(scenario, 120).get(0).soundSeconds(), 1e-12);
    }

    /** From 16 to 8 kHz: 260 taps for each of 16 samples of a frame. */
    @Test
    void recordingsOfAnotherRateAreResampled() throws Exception {
        FrontEndWork work = counted(tones(8_000), 1000).get(0);

        assertEquals(
                of(SignalOperation.MULTIPLY_ADD, 100 * 16 * 260),
                byName(work.stages()).get("resampling"));
        assertEquals(
                counted(tones(16_000), 1000).get(0).stages().size(),
                work.without("resampling").stages().size());
    }

    @Test
    void inputsThatPlayNoSoundHaveNone() throws Exception {
        assertEquals(
                List.of("ear"),
                counted(tones(16_000), 1000).stream().map(FrontEndWork::input).toList());
        assertEquals(List.of(), counted(tones(16_000), 0));
    }
}
