package ganglion.scenario.gallery;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.InputException;
import ganglion.kernel.event.SpikeRaster;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.ScenarioOverrides;
import ganglion.scenario.result.Clip;
import ganglion.scenario.result.ExpectationOutcome;
import ganglion.scenario.result.RunProgress;
import ganglion.scenario.result.RunSettings;
import ganglion.scenario.result.ScenarioRun;
import ganglion.scenario.run.ScenarioRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scenarios of the gallery about the cochlea, and that their sounds follow the recipe. */
class CochleaScenariosTest {

    private static final Path FOLDER = Path.of("..", "gallery", "hearing");

    /** The band whose centre, 789 Hz, is nearest to the tone. */
    private static final int TONE_BAND = 16;

    private static final double REACTION_SECONDS = 0.064;

    @Test
    void theTonesFollowTheirRecipe() throws IOException {
        for (String amplitude : CochleaTones.AMPLITUDES) {
            byte[] committed = Files.readAllBytes(FOLDER.resolve("audio").resolve(CochleaTones.fileName(amplitude)));

            assertArrayEquals(CochleaTones.wave(Double.parseDouble(amplitude)), committed, amplitude);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"loudness.yaml", "leakage.yaml"})
    void meetsItsExpectations(String scenario) throws InputException {
        assertEquals(
                List.of(),
                run(scenario).expectations().stream()
                        .filter(outcome -> !outcome.passed())
                        .map(ExpectationOutcome::toString)
                        .toList());
    }

    /** The claims themselves, of which the scenario can only state bounds. */
    @Test
    void spikesDoNotDependOnLoudnessAndAWhisperIsHeardInTime() throws InputException {
        List<Clip> clips = run("loudness.yaml").clips();

        int loud = spikesOfTheTone(clips.get(0));
        assertEquals(loud, spikesOfTheTone(clips.get(2)), 0.1 * loud);
        SpikeRaster whisper = clips.get(3).output().spikes();
        assertTrue(whisper.tick(0) * clips.get(3).output().hopSeconds() < REACTION_SECONDS, whisper::toString);
        assertEquals(0, clips.get(4).output().spikes().size());
    }

    private static int spikesOfTheTone(Clip clip) {
        return clip.output().spikes().countsByNeuron(0, Long.MAX_VALUE)[TONE_BAND];
    }

    private static ScenarioRun run(String scenario) throws InputException {
        return ScenarioRunner.run(
                ScenarioFiles.read(FOLDER.resolve(scenario), ScenarioOverrides.NONE),
                new RunSettings(Integer.MAX_VALUE, 1),
                RunProgress.NONE);
    }
}
