package ganglion.rule.command;

import static ganglion.cli.CommandLineUnderTest.ganglion;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ganglion.cli.CommandLineUnderTest.Outcome;
import ganglion.cli.TinyExperiment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classifiers that learned by a rule become scenarios that fire the same spikes and decide the same. */
final class CompiledRuleTest {

    @TempDir
    private static Path folder;

    @BeforeAll
    static void train() throws IOException {
        new TinyExperiment(folder);
        // Two that have learned little vote the same often, so that potentials decide.
        train("ties", RuleTrainingTest.MAP.replace("epochs: 30, per-class: 3", "epochs: 1, per-class: 2"));
    }

    private static void train(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name + ".yaml"), text);
        ganglion("train", file, "--out", folder.resolve(name), "--quiet").assertFine();
    }

    private static Path model(String name) {
        return folder.resolve(name).resolve("model.zip");
    }

    private static JsonNode json(Outcome outcome) throws IOException {
        outcome.assertFine();
        return new ObjectMapper().readTree(outcome.out());
    }

    @Test
    void theScenarioDecidesAsTheModelDoes() throws IOException {
        String name = "ties";
        JsonNode decisions = json(ganglion("evaluate", model(name), "--data", folder.resolve("train"), "--json"))
                .at("/trials/0/decisions");
        Path scenario = folder.resolve("decides-" + name).resolve("scenario.yaml");
        List<Object> words = new ArrayList<>(List.of("compile", model(name), "--out", scenario));
        List<String> expected = new ArrayList<>();
        for (JsonNode decision : decisions) {
            words.add("--audio");
            words.add(recording(decision));
            expected.add(decision.get("decision").asText());
        }
        ganglion(words.toArray()).assertFine();
        Path run = folder.resolve("run-" + name);

        ganglion("run", scenario, "--out", run).assertFine();

        List<String> actual = new ArrayList<>();
        for (int k = 1; k <= expected.size(); k++) {
            Path result = run.resolve(String.format("%04d", k)).resolve("result.json");
            actual.add(new ObjectMapper()
                    .readTree(result.toFile())
                    .at("/decisions/0/winner")
                    .asText());
        }
        assertEquals(24, expected.size());
        assertEquals(expected, actual);
    }

    private static Path recording(JsonNode decision) {
        String label = decision.get("label").asText();
        String name = decision.get("name").asText();
        String player = "player" + name.replaceAll("\\D", "").charAt(0);
        return folder.resolve("train").resolve(label).resolve(player).resolve(name + ".wav");
    }
}
