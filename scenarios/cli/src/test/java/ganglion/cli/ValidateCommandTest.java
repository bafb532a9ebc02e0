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

    @Test
    void aSoundScenarioIsValid() {
        Outcome checked = ganglion("validate", scenario.file());

        checked.assertFine();
        assertEquals(scenario.file() + ": valid\n", checked.out());
    }

    @Test
    void manyProblemsAreCountedAndNotAllPrinted() throws IOException {
        StringBuilder keys = new StringBuilder();
        for (int i = 0; i < 5000; i++) {
            keys.append("bad").append(i).append(": 1\n");
        }
        scenario.with("hardware:", keys + "hardware:");

        Outcome checked = ganglion("validate", scenario.file());

        assertEquals(2, checked.errorLines().size());
        assertTrue(
                checked.errorLines().get(1).endsWith(" (and 4998 more problems)"),
                checked.errorLines().get(1));
    }

    @Test
    void pathsLeadOutOfTheFolderOnlyIfAllowed() throws IOException {
        Files.createDirectories(folder.resolve("below"));
        Path below = folder.resolve("below/scenario.yaml");
        Files.writeString(below, Files.readString(scenario.file()).replace("spikes: taps.csv", "spikes: ../taps.csv"));
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
