package ganglion.cli;

import static ganglion.cli.CommandLineUnderTest.ganglion;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ganglion.cli.CommandLineUnderTest.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Classifiers that learned by a rule become scenarios that fire the same spikes and decide the same. */
final class CompiledRuleTest {

    @TempDir
    private static Path folder;

    @BeforeAll
    static void train() throws IOException {
        new TinyExperiment(folder);
        train("map", RuleTrainingTest.MAP);
        // Two that have learned little vote the same often, so that potentials decide.
        train("ties", RuleTrainingTest.MAP.replace("epochs: 30, per-class: 3", "epochs: 1, per-class: 2"));
        train("timing", RuleTrainingTest.TIMING);
        train(
                "untaught",
                RuleTrainingTest.TIMING.replace("epochs: 4", "epochs: 1").replace("neurons: 8", "neurons: 3"));
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

    @ParameterizedTest
    @ValueSource(strings = {"map", "ties", "timing", "untaught"})
    void everySpikeOfEverySampleIsTheSame(String name) throws IOException {
        JsonNode compiled = json(ganglion(
                "compile",
                model(name),
                "--out",
                folder.resolve("verified-" + name),
                "--verify",
                folder.resolve("test"),
                "--json"));

        assertEquals(8, compiled.at("/verification/samples").asInt());
        assertEquals(0, compiled.at("/verification/differences").asInt(), compiled.toString());
        assertTrue(compiled.at("/verification/spikes").asLong() > 20, compiled.toString());
        assertEquals(1, compiled.get("shiftTicks").asInt());
        boolean map = Files.exists(folder.resolve("verified-" + name).resolve("spikes"));
        assertEquals(map ? 1 : 0, compiled.get("notes").size(), compiled.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ties", "untaught"})
    void theScenarioDecidesAsTheModelDoes(String name) throws IOException {
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

    @Test
    void aModelOfRecordedSpikesIsGivenAListToFill() throws IOException {
        for (int sample = 0; sample < 8; sample++) {
            int label = sample % 2;
            StringBuilder lines = new StringBuilder("time,neuron\n");
            for (int spike = 0; spike < 30; spike++) {
                lines.append(0.003 * spike)
                        .append(',')
                        .append(3 * label + (sample + spike) % 3)
                        .append('\n');
            }
            Path file = folder.resolve("lists/" + (label == 0 ? "a" : "b") + "/" + sample + ".csv");
            Files.createDirectories(file.getParent());
            Files.writeString(file, lines);
        }
        String data = """
                data: {training: {kind: spike-lists, path: lists}}
                features: {step: 3 ms, channels: 6, duration: 90 ms}
                task:""";
        for (String text : List.of(RuleTrainingTest.MAP, RuleTrainingTest.TIMING)) {
            String name = text.equals(RuleTrainingTest.MAP) ? "listed-map" : "listed-timing";
            train(name, text.replaceAll("(?s)data:.*task:", data));

            JsonNode compiled = json(ganglion(
                    "compile",
                    model(name),
                    "--out",
                    folder.resolve(name + "-scenario"),
                    "--verify",
                    folder.resolve("lists"),
                    "--json"));

            assertEquals(0, compiled.at("/verification/differences").asInt(), compiled.toString());
            assertEquals("tick,neuron\n", Files.readString(folder.resolve(name + "-scenario/input.spikes.csv")));
        }
    }
}
