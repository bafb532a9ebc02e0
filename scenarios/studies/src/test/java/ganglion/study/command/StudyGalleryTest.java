package ganglion.study.command;

import static ganglion.cli.CommandLineUnderTest.ganglion;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ganglion.cli.CommandLineUnderTest.Outcome;
import ganglion.cli.terminal.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The experiments of the founding study that are not classifiers of recordings, made smaller, from file to result. */
@Tag("slow")
final class StudyGalleryTest {

    private static final Path STUDY = Path.of("..", "gallery", "study");

    @TempDir
    private Path out;

    private JsonNode train(String experiment, String... settings) throws Exception {
        Object[] words = new Object[4 + 2 * settings.length];
        words[0] = "train";
        words[1] = STUDY.resolve(experiment);
        words[2] = "--json";
        words[3] = "--out=" + out.resolve("result");
        for (int i = 0; i < settings.length; i++) {
            words[4 + 2 * i] = "--set";
            words[5 + 2 * i] = settings[i];
        }
        Outcome outcome = ganglion(words);
        assertEquals(ExitCode.FINE, outcome.code(), outcome::toString);
        assertTrue(Files.exists(out.resolve("result/report.html")));
        return new ObjectMapper().readTree(outcome.out());
    }

    @Test
    void theFourierTransformIsLearned() throws Exception {
        JsonNode result = train("fourier-transform/experiment.yaml", "/transform/epochs=4");

        assertEquals(4, result.at("/transform/losses").size());
        assertEquals(2, result.at("/transform/epochsToLossBelow1e-6").asInt());
        assertTrue(result.at("/transform/losses/3").asDouble() < 1e-8);
    }

    @Test
    void amplitudesAreReadOffIt() throws Exception {
        JsonNode result = train(
                "tone-amplitudes/normalisation-held.yaml",
                "/transform/epochs=5",
                "/training/epochs=3",
                "/training/mixtures=5000");

        assertTrue(result.at("/amplitudes/leastSquares/rightToThreeDecimals").asDouble() > 0.99);
        assertTrue(result.at("/amplitudes/best/meanAbsoluteError").asDouble() < 0.05);
    }

    @Test
    void theRhythmIsRecognised() throws Exception {
        JsonNode result = train(
                "rhythm/experiment.yaml",
                "/seeds=[1]",
                "/trains/training=600",
                "/trains/test=300",
                "/epochs=3",
                "/robustness=[{missing: 0.2, least-accuracy: 0.9}]");

        assertTrue(result.at("/test/accuracy").asDouble() > 0.95, result::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fourier-transform/experiment.yaml",
                "tone-amplitudes/as-in-the-study.yaml",
                "tone-amplitudes/among-others.yaml",
                "tone-amplitudes/random-phases.yaml",
                "rhythm/time-constants.yaml"
            })
    void everyExperimentOfTheStudyIsValid(String experiment) {
        ganglion("validate", STUDY.resolve(experiment)).assertFine();
    }

    @Test
    void whatIsWrongIsToldInOneLine() {
        Path file = STUDY.resolve("fourier-transform/experiment.yaml");
        ganglion("train", file, "--set", "/transform/window=63").assertRefusedInOneLine("/transform/window", "even");
        ganglion("train", file, "--set", "/transform/epochs=0").assertRefusedInOneLine("/transform/epochs");
    }
}
