package ganglion.rule.command;

import static ganglion.cli.CommandLineUnderTest.ganglion;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ganglion.cli.CommandLineUnderTest.Outcome;
import ganglion.cli.TinyExperiment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From an experiment file to a scenario that decides as the network that EventProp trained. */
final class EventPropTrainingTest {

    private static final String TEXT = """
            experiment: events
            task: eventprop
            seed: 3
            data:
              training: {kind: folders, path: train}
              hold-out: {share: 0.25}
              test: {kind: folders, path: test}
            features:
              as: spikes
              frontend: {sample-rate: 8 kHz, window: 32 ms, hop: 10 ms, mel-bands: 12}
              duration: 200 ms
            network: {hidden: [16], membrane: 50 ms}
            training: {epochs: 15, batch: 4, learning-rate: 0.02, spikes-at-start: 6}
            """;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void writeTones() throws IOException {
        new TinyExperiment(folder);
    }

    private static Path train(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name + ".yaml"), text);
        Outcome outcome = ganglion("train", file, "--out", folder.resolve(name));
        outcome.assertFine();
        assertTrue(outcome.out().contains("epoch 15/15: loss "), outcome.out());
        assertTrue(outcome.out().contains("test: naive baseline ("), outcome.out());
        assertTrue(outcome.out().contains("in continuous time"), outcome.out());
        return folder.resolve(name).resolve("model.zip");
    }

    private static JsonNode json(Outcome outcome) throws IOException {
        outcome.assertFine();
        return new ObjectMapper().readTree(outcome.out());
    }

    @Test
    void aModelIsEvaluatedCompiledVerifiedRunAndClassifies() throws IOException {
        Path model = train("events", TEXT);
        JsonNode result =
                new ObjectMapper().readTree(folder.resolve("events/result.json").toFile());
        assertEquals(1.0, result.at("/test/accuracy").asDouble());

        JsonNode tried = json(ganglion("evaluate", model, "--data", folder.resolve("test"), "--json"));
        assertEquals(result.at("/test/decisions"), tried.at("/trials/0/decisions"));

        JsonNode compiled = json(ganglion(
                "compile", model, "--out", folder.resolve("compiled"), "--verify", folder.resolve("test"), "--json"));
        assertEquals(0, compiled.get("shiftTicks").asInt());
        assertEquals(8, compiled.at("/verification/samples").asInt());
        assertEquals(0, compiled.at("/verification/differences").asInt());
        assertTrue(compiled.at("/verification/spikes").asInt() > 20);
        assertEquals(2, compiled.at("/verification/remarks").size());

        JsonNode run = json(
                ganglion("run", folder.resolve("compiled/scenario.yaml"), "--out", folder.resolve("ran"), "--json"));
        assertFalse(run.toString().contains("\"correct\":false"), run.toString());

        JsonNode classified = json(ganglion("evaluate", model, folder.resolve("test"), "--json"));
        assertEquals(8, classified.findValues("class").size());
        for (JsonNode sound : classified.findParents("class")) {
            assertTrue(sound.toString().contains("test-" + sound.get("class").asText()), sound.toString());
        }
    }

    @Test
    void withFinerTicksNoScenarioHearsTheSounds() throws IOException {
        Path model = train("fine", TEXT.replace("membrane: 50 ms", "membrane: 50 ms, ticks-per-step: 20"));

        for (Outcome refused : List.of(
                ganglion("compile", model, "--out", folder.resolve("fine-c")),
                ganglion("evaluate", model, folder.resolve("test")))) {
            refused.assertRefusedInOneLine("found a model of 20 ticks to a step, expected 1, because a scenario");
        }
    }

    @Test
    void firstSpikesDecideInTheScenarioToo() throws IOException {
        Path model = train("first", TEXT.replace("batch: 4", "batch: 4, loss: {kind: first-spike, scale: 20 ms}"));

        JsonNode compiled = json(ganglion(
                "compile", model, "--out", folder.resolve("first-c"), "--verify", folder.resolve("test"), "--json"));

        assertEquals(0, compiled.at("/verification/differences").asInt());
        assertTrue(Files.readString(folder.resolve("first-c/scenario.yaml")).contains("read-out: first-spike"));
    }
}
