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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Scenarios are checked without being run. */
final class ValidateCommandTest {

    @TempDir
    private Path folder;

    private ScenarioOnDisk scenario;

    @BeforeEach
    void writeAScenario() throws IOException {
        scenario = new ScenarioOnDisk(folder);
    }

    /** As a shell makes of {@code validate <(command)}. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aPipeOrADeviceIsNoFileThatCanBeReadTwice() {
        Outcome outcome = ganglion("validate", "/dev/null");

        assertEquals(ExitCode.BAD_INPUT, outcome.code(), outcome::toString);
        assertTrue(
                (outcome.out() + outcome.err())
                        .contains("/dev/null: found a pipe or a device, which cannot be read twice, expected a file"),
                outcome::toString);
    }

    /** As run and train put it there. */
    @Test
    void aValueIsPutIntoTheFileBeforeItIsChecked() throws IOException {
        TinyExperiment tiny = new TinyExperiment(folder.resolve("tiny"));

        ganglion("validate", tiny.file("numbers.yaml"), "--set", "/training/epochs=2")
                .assertFine();
        ganglion("validate", tiny.file("numbers.yaml"), "--set", "/training/epochs=none")
                .assertRefusedInOneLine("/training/epochs", "found \"none\"");
        ganglion("validate", "--schema", "--set", "/seed=1").assertRefusedInOneLine("--set without a FILE");
    }

    @Test
    void aSoundScenarioIsValid() {
        Outcome checked = ganglion("validate", scenario.file());

        checked.assertFine();
        assertEquals(scenario.file() + ": valid\n", checked.out());
    }

    @Test
    void aProblemIsALineWithItsPlace() throws IOException {
        scenario.with("beta: 0.9", "beta: 7");

        ganglion("validate", scenario.file())
                .assertRefusedInOneLine("scenario.yaml:7: /network/populations/0/parameters/beta: ");
    }

    @Test
    void manyProblemsAreCountedAndNotAllPrinted() throws IOException {
        StringBuilder keys = new StringBuilder();
        for (int i = 0; i < 5000; i++) {
            keys.append("bad").append(i).append(": 1\n");
        }
        scenario.with("hardware:", keys + "hardware:");

        Outcome checked = ganglion("validate", scenario.file());

        assertEquals(101, checked.errorLines().size());
        assertTrue(
                checked.errorLines().get(100).endsWith("scenario.yaml: and 4900 more problems"),
                checked.errorLines().get(100));
    }

    @Test
    void filesThatAreNamedAreChecked() throws IOException {
        scenario.with("spikes: taps.csv", "spikes: gone.csv");

        ganglion("validate", scenario.file()).assertRefusedInOneLine("gone.csv");
    }

    @Test
    void pathsLeadOutOfTheFolderOnlyIfAllowed() throws IOException {
        Files.createDirectories(folder.resolve("below"));
        Path below = folder.resolve("below/scenario.yaml");
        Files.writeString(below, Files.readString(scenario.file()).replace("spikes: taps.csv", "spikes: ../taps.csv"));

        ganglion("validate", below).assertRefusedInOneLine("\"../taps.csv\", which leaves", "--allow-outside-paths");
        ganglion("validate", below, "--allow-outside-paths").assertFine();
    }

    @Test
    void theSchemaIsADocumentOfItsOwn() throws IOException {
        Outcome schema = ganglion("validate", "--schema");

        schema.assertFine();
        JsonNode document = new ObjectMapper().readTree(schema.out());
        assertTrue(document.get("$schema").asText().contains("2020-12"), schema.out());
        assertTrue(document.get("properties").has("clock"));
    }

    @Test
    void problemsAreADocumentForScripts() throws IOException {
        scenario.with("beta: 0.9", "beta: 7");

        Outcome checked = ganglion("validate", scenario.file(), "--json");

        assertEquals(ExitCode.BAD_INPUT, checked.code());
        JsonNode problem = new ObjectMapper().readTree(checked.out()).at("/files/0/problems/0");
        assertEquals(7, problem.get("line").asInt());
        assertEquals(
                "/network/populations/0/parameters/beta", problem.get("pointer").asText());
    }
}
