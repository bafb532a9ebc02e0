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

    @Test
    void whatIsWrongIsToldInOneLine() {
        Path file = STUDY.resolve("rhythm/time-constants.yaml");
        ganglion("validate", file).assertFine();
        ganglion("train", file, "--set", "/epochs=0").assertRefusedInOneLine("/epochs");
    }
}
