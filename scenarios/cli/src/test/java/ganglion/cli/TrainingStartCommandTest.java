package ganglion.cli;

import static ganglion.cli.CommandLineUnderTest.ganglion;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ganglion.cli.CommandLineUnderTest.Outcome;
import ganglion.cli.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trainings that begin with a trained model, as their users see them. */
final class TrainingStartCommandTest {

    @TempDir
    private static Path folder;

    private static Path experiment;

    @BeforeAll
    static void train() throws IOException {
        new TinyExperiment(folder);
        experiment = folder.resolve("numbers.yaml");
        ganglion("train", experiment, "--out", folder.resolve("first"), "--quiet", "--epochs", 1)
                .assertFine();
    }

    private static Outcome trained(String from, Object... more) {
        Object[] words = {
            "train", experiment, "--epochs", 1, "--out", folder.resolve("next"), "--set", "/training/from=" + from
        };
        Object[] all = new Object[words.length + more.length];
        System.arraycopy(words, 0, all, 0, words.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return ganglion(all);
    }

    @Test
    void theResultSaysWhereTheTrainingBegan() throws IOException {
        Outcome outcome = trained("{model: first/model.zip, frozen: [layer-0], fresh: [layer-2]}");

        assertEquals(ExitCode.FINE, outcome.code(), outcome::toString);
        assertTrue(
                outcome.out().contains("started from first/model.zip, frozen: layer-0, fresh: layer-2"),
                outcome::toString);
        JsonNode start = new ObjectMapper()
                .readTree(folder.resolve("next/result.json").toFile())
                .path("start");
        assertEquals("first/model.zip", start.path("model").asText());
        assertEquals("layer-2", start.at("/fresh/0").asText());
    }

    @Test
    void aCrossValidationSaysThatItDoesNotCalibrate() {
        Outcome outcome = ganglion(
                "train",
                experiment,
                "--epochs",
                1,
                "--cross-validate",
                2,
                "--out",
                folder.resolve("parts"),
                "--set",
                "/training/calibrate=true");

        assertEquals(ExitCode.FINE, outcome.code(), outcome::toString);
        assertTrue((outcome.out() + outcome.err()).contains("calibrate is left out"), outcome::toString);
    }
}
