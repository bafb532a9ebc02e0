package ganglion.rule.command;

import static ganglion.cli.CommandLineUnderTest.ganglion;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

/** Rules other than gradients, from the command line. */
final class RuleTrainingTest {

    private static final String DATA = """
            experiment: rule
            seed: 3
            data:
              training: {kind: folders, path: train}
              hold-out: {share: 0.25}
              test: {kind: folders, path: test}
            features:
              as: drive
              frontend: {sample-rate: 8 kHz, window: 32 ms, hop: 10 ms, mel-bands: 12}
              duration: 200 ms
            """;
    static final String MAP = DATA + """
            task: map-tempotron
            map: {width: 4, height: 4}
            tempotrons: {epochs: 30, per-class: 3, membrane: 50 ms}
            """;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void writeTones() throws IOException {
        new TinyExperiment(folder);
    }

    private static JsonNode train(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name + ".yaml"), text);
        Path directory = folder.resolve(name);
        Outcome outcome = ganglion("train", file, "--out", directory);
        outcome.assertFine();
        assertTrue(outcome.out().contains("Confusion matrix, test"), outcome.out());
        assertFalse(outcome.out().contains("loss"), "a rule has no loss: " + outcome.out());
        assertTrue(Files.exists(directory.resolve("model.zip")));
        return new ObjectMapper().readTree(directory.resolve("result.json").toFile());
    }

    @Test
    void aMapAndTempotronsTellTonesApart() throws IOException {
        JsonNode result = train("map", MAP);

        assertEquals(18, result.at("/data/training/samples").asInt());
        assertEquals(6, result.at("/validation/samples").asInt());
        assertEquals(1.0, result.at("/test/accuracy").asDouble());
        assertEquals(4, result.at("/test/confusion/0/0").asInt());
        assertEquals(8, result.at("/test/decisions").size());
        assertTrue(result.at("/test/loss").isNull());
    }

    @Test
    void soundsWithoutAFrameThatSoundsAreRefused() throws IOException {
        Path file = Files.writeString(
                folder.resolve("silent.yaml"), MAP.replace("hop: 10 ms,", "hop: 10 ms, gain: {fixed: {factor: 0}},"));

        Outcome outcome = ganglion("train", file, "--out", folder.resolve("silent"));

        outcome.assertRefusedInOneLine("silent.yaml", "/data/training: ");
    }

    private static JsonNode evaluate(String name, Object... words) throws IOException {
        List<Object> all =
                new ArrayList<>(List.of("evaluate", folder.resolve(name).resolve("model.zip"), "--json"));
        all.addAll(List.of(words));
        Outcome outcome = ganglion(all.toArray());
        outcome.assertFine();
        return new ObjectMapper().readTree(outcome.out()).get("trials");
    }

    /** The section of a trial without its conditions, which a training has none of. */
    private static JsonNode section(JsonNode trial) {
        return ((ObjectNode) trial.deepCopy()).without(List.of("gainDecibels", "noiseRatioDecibels"));
    }

    @Test
    void evaluationGivesTheFiguresOfTheTrainingToTheLastBit() throws IOException {
        String name = "evaluated";
        JsonNode result = train(name, MAP);

        JsonNode ofTest = evaluate(name, "--data", folder.resolve("test"));
        JsonNode ofExperiment = evaluate(name, "--data", folder.resolve(name + ".yaml"));

        ObjectNode test = (ObjectNode) result.get("test");
        assertTrue(test.remove("baseline").has("accuracy"), "which the model knows nothing of");
        assertEquals(test, section(ofTest.get(0)));
        assertEquals(test, section(ofExperiment.get(0)));
    }

    @Test
    void whatARuleCannotDoIsRefusedInOneLine() throws IOException {
        train("refused", MAP);
        Path model = folder.resolve("refused/model.zip");

        ganglion("export", model, "--tick", "1 ms", "--out", folder.resolve("a.nir"))
                .assertRefusedInOneLine("model.json: /kind: found \"map-tempotron\", expected a network");
    }
}
