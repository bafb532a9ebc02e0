package ganglion.cli;

import static ganglion.cli.CommandLineUnderTest.ganglion;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ganglion.cli.CommandLineUnderTest.Outcome;
import ganglion.cli.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Disturbances that trained models are tried under, as users see them. */
final class RobustnessCommandTest {

    @TempDir
    private static Path folder;

    @BeforeAll
    static void makeSounds() throws IOException {
        new TinyExperiment(folder);
    }

    private static Outcome trained(String name, String robustness) {
        return ganglion(
                "train",
                folder.resolve("numbers.yaml"),
                "--quiet",
                "--out",
                folder.resolve(name),
                "--set",
                "/robustness=" + robustness);
    }

    @Test
    void theModelIsWrittenAndTheExitCodeSaysWhatIsMissed() throws IOException {
        Outcome outcome = trained(
                "missed",
                "[{kind: noise, ratio-db: [-60], least-accuracy: 0.99}, {kind: noise, folder: train/low, ratio-db: [60, -60]},"
                        + " {kind: gain, gain-db: [-20], least-accuracy: 0.9}, {kind: tempo, factors: [0.9, 1.1]}]");

        assertEquals(ExitCode.EXPECTATION_FAILED, outcome.code(), outcome::toString);
        assertTrue(
                outcome.out().contains("disturbed: 1 of 2 expectations missed: white noise, -60 dB ("),
                outcome::toString);
        JsonNode all = new ObjectMapper()
                .readTree(folder.resolve("missed/result.json").toFile())
                .at("/robustness/disturbances");
        assertEquals("noise of train/low, 60 dB", all.at("/1/disturbance").asText());
        assertEquals(1, all.at("/1/accuracy").asDouble());
        assertTrue(Files.exists(folder.resolve("missed/model.zip")));
        String page = Files.readString(folder.resolve("missed/report.html"));
        assertTrue(
                page.indexOf("Accuracy, disturbed by noise of train/low") > page.indexOf(">Disturbed samples, test<"),
                "the page draws it beside its table, and not among the learning curves");
        assertTrue(page.contains("<li class=\"bad\">disturbed: 1 of 2 expectations missed"), "the page marks it");
        ganglion("evaluate", folder.resolve("missed/model.zip"), "--data", folder.resolve("test"))
                .assertFine();
    }

    @Test
    void anExpectationThatHoldsIsFine() {
        Outcome outcome = trained("held", "[{kind: gain, gain-db: [-20], least-accuracy: 0.9}]");

        assertEquals(ExitCode.FINE, outcome.code(), outcome::toString);
        assertTrue(outcome.out().contains("disturbed: the expectation holds"), outcome::toString);
    }
}
