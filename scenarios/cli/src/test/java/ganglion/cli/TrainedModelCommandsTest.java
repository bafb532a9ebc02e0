package ganglion.cli;

import static ganglion.cli.CommandLineUnderTest.ganglion;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.cli.CommandLineUnderTest.Outcome;
import ganglion.cli.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is done with a model once it is trained: it is tried, and compiled to a scenario that decides the same. */
final class TrainedModelCommandsTest {

    @TempDir
    private static Path folder;

    @BeforeAll
    static void train() throws IOException {
        TinyExperiment tiny = new TinyExperiment(folder);
        for (String name : List.of("numbers", "spikes", "single", "expression")) {
            ganglion("train", tiny.file(name + ".yaml"), "--out", folder.resolve(name), "--quiet")
                    .assertFine();
        }
    }

    private static Path model(String name) {
        return folder.resolve(name).resolve("model.zip");
    }

    private static JsonNode json(Outcome outcome) throws IOException {
        return new ObjectMapper().readTree(outcome.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"numbers", "spikes", "single", "expression"})
    void aCompiledScenarioFiresTheSameSpikesAndDecidesTheSame(String name) throws IOException {
        Path scenario = folder.resolve("scenario-" + name);
        Outcome compiled =
                ganglion("compile", model(name), "--out", scenario, "--verify", folder.resolve("test"), "--json");
        compiled.assertFine();
        JsonNode verification = json(compiled).get("verification");
        assertEquals(8, verification.get("samples").asInt());
        assertEquals(0, verification.get("differences").asInt(), compiled.out());
        assertTrue(verification.get("spikes").asLong() > 50, compiled.out());

        Map<String, String> expected = new HashMap<>();
        json(ganglion("evaluate", model(name), "--data", folder.resolve("test"), "--json"))
                .at("/trials/0/decisions")
                .forEach(decision -> expected.put(
                        decision.get("name").asText(), decision.get("decision").asText()));
        for (JsonNode decision : decisions(scenario)) {
            String clip = decision.get("file").asText().replaceAll("audio/\\d+-(.*)\\.wav", "$1");
            assertEquals(expected.get(clip), decision.get("winner").asText(), clip);
        }
    }

    private static List<JsonNode> decisions(Path scenario) throws IOException {
        Path out = scenario.resolve("run");
        ganglion("run", scenario.resolve("scenario.yaml"), "--out", out).assertFine();
        List<JsonNode> decisions = new ArrayList<>();
        for (String run : List.of("0001", "0002")) {
            JsonNode result = new ObjectMapper()
                    .readTree(out.resolve(run).resolve("result.json").toFile());
            result.get("decisions").forEach(decisions::add);
        }
        assertEquals(2, decisions.size(), "one recording of each class");
        return decisions;
    }

    @Test
    void severalDataSetsAndNoisesStandInOneTableBesideTheBaseline() throws IOException {
        Object[] words = {
            "evaluate",
            model("numbers"),
            "--data",
            folder.resolve("test"),
            "--data",
            folder.resolve("numbers.yaml"),
            "--noise",
            "white",
            "--noise",
            folder.resolve("train/low"),
            "--snr=20,-20"
        };

        Outcome table = ganglion(words);
        Outcome document =
                ganglion(Stream.concat(Stream.of(words), Stream.of("--json")).toArray());

        table.assertFine();
        assertTrue(table.out().contains("naive baseline"), table.out());
        assertEquals(1 + 1 + 8, table.out().lines().count(), table.out());
        JsonNode trials = json(document).get("trials");
        assertEquals(8, trials.size());
        assertEquals("white", trials.get(0).get("noise").asText());
        assertEquals(
                folder.resolve("train/low").toString(),
                trials.get(3).get("noise").asText());
        assertEquals(-20, trials.get(3).get("noiseRatioDecibels").asDouble());
        JsonNode same = trials.get(4).deepCopy();
        ((ObjectNode) same).put("data", trials.get(0).get("data").asText());
        assertEquals(trials.get(0), same, "the experiment's test set is the folder");
    }

    @Test
    void fewSoundsOfAnotherSourceMoveTheOutputs() throws IOException {
        Path fitted = folder.resolve("fitted.zip");
        Path train = folder.resolve("train");
        Path test = folder.resolve("test");

        Outcome outcome = ganglion(
                "evaluate", model("numbers"), "--data", test, "--fit-threshold", train, "--out", fitted, "--json");

        outcome.assertFine();
        JsonNode biases = json(outcome).at("/fittedThreshold/biases");
        assertEquals(0, biases.get("low").asDouble() + biases.get("high").asDouble(), 1e-9);
        JsonNode again = json(ganglion("evaluate", fitted, "--data", test, "--json"));
        assertEquals(json(outcome).get("trials"), again.get("trials"));
        JsonNode before = json(ganglion("evaluate", model("numbers"), "--data", test, "--json"));
        assertEquals(
                before.at("/trials/0/decisions/0/scores/0").asDouble()
                        + biases.get("high").asDouble(),
                again.at("/trials/0/decisions/0/scores/0").asDouble(),
                1e-6);

        Outcome shared = ganglion("evaluate", model("numbers"), "--data", test, "--fit-threshold", test);
        assertEquals(ExitCode.BAD_INPUT, shared.code());
        assertTrue(shared.err().contains("--fit-threshold: found 8 of its samples in " + test + " too"), shared.err());
    }

    @Test
    void recordingsCanBeNamed() throws IOException {
        Path scenario = folder.resolve("named/detector.yaml");
        Path recording = folder.resolve("test/high/test-high-2.wav");

        ganglion("compile", model("spikes"), "--out", scenario, "--audio", recording)
                .assertFine();
        Outcome run = ganglion("run", scenario, "--out", folder.resolve("named/run"), "--json");

        run.assertFine();
        assertEquals("high", json(run).at("/decisions/0/label").asText());
        assertEquals("high", json(run).at("/decisions/0/winner").asText());
    }
}
