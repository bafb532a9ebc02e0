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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
              as: %s
              frontend: {sample-rate: 8 kHz, window: 32 ms, hop: 10 ms, mel-bands: 12}
              duration: 200 ms
            """;
    static final String MAP = DATA.formatted("drive") + """
            task: map-tempotron
            map: {width: 4, height: 4}
            tempotrons: {epochs: 30, per-class: 3, membrane: 50 ms}
            """;
    static final String TIMING = DATA.formatted("spikes") + """
            task: stdp
            epochs: 4
            layer: {neurons: 8, beta: 0.8, threshold: 2, inhibition: 4, threshold-rise: 0.02, threshold-decay: 0.9, weight-sum: 6,
              stdp: {largest-weight: 3, learning-rate: 0.05}}
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

    private static void assertTellsTonesApart(JsonNode result) {
        assertEquals(18, result.at("/data/training/samples").asInt());
        assertEquals(6, result.at("/validation/samples").asInt());
        assertEquals(1.0, result.at("/test/accuracy").asDouble());
        assertEquals(4, result.at("/test/confusion/0/0").asInt());
        assertEquals(8, result.at("/test/decisions").size());
        assertTrue(result.at("/test/loss").isNull());
    }

    @Test
    void aMapAndTempotronsTellTonesApart() throws IOException {
        assertTellsTonesApart(train("map", MAP));
    }

    @Test
    void aLayerThatLearnsByTimingTellsTonesApart() throws IOException {
        assertTellsTonesApart(train("timing", TIMING));
    }

    /** Recordings of two classes, whose spikes are on either half of eight channels. */
    private static void writeAddresses() throws IOException {
        for (int sample = 0; sample < 16; sample++) {
            int label = sample % 2;
            StringBuilder lines = new StringBuilder("address,timestamp\n");
            for (int spike = 0; spike < 40; spike++) {
                int channel = 4 * label + (sample + 3 * spike) % 4;
                lines.append(channel).append(',').append(0.002 * spike).append('\n');
            }
            Path file = folder.resolve("lists/" + (label == 0 ? "low" : "high") + "/" + sample + ".csv");
            Files.createDirectories(file.getParent());
            Files.writeString(file, lines);
        }
    }

    @Test
    void recordingsOfASiliconCochleaAreLearnedByTiming() throws IOException {
        writeAddresses();
        String text = TIMING.replaceAll("(?s)data:.*task:", """
                data:
                  training: {kind: address-lists, path: lists}
                  hold-out: {by: sample, share: 0.25}
                features: {step: 4 ms, channels: 8, duration: 100 ms}
                task:""");
        Path file = Files.writeString(folder.resolve("addresses.yaml"), text);

        ganglion("train", file, "--out", folder.resolve("addresses")).assertFine();

        JsonNode result = new ObjectMapper()
                .readTree(folder.resolve("addresses/result.json").toFile());
        assertEquals(12, result.at("/data/training/samples").asInt());
        assertEquals(4, result.at("/validation/samples").asInt());
        assertEquals(1.0, result.at("/validation/accuracy").asDouble());
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

    @ParameterizedTest
    @ValueSource(strings = {"map", "timing"})
    void evaluationGivesTheFiguresOfTheTrainingToTheLastBit(String kind) throws IOException {
        String name = "evaluated-" + kind;
        JsonNode result = train(name, kind.equals("map") ? MAP : TIMING);

        JsonNode ofTest = evaluate(name, "--data", folder.resolve("test"));
        JsonNode ofExperiment = evaluate(name, "--data", folder.resolve(name + ".yaml"));

        ObjectNode test = (ObjectNode) result.get("test");
        assertTrue(test.remove("baseline").has("accuracy"), "which the model knows nothing of");
        assertEquals(test, section(ofTest.get(0)));
        assertEquals(test, section(ofExperiment.get(0)));
    }

    @Test
    void modelsOfRulesAreTriedSofterNoisierAndOnPieces() throws IOException {
        train("tried", MAP);
        Path data = folder.resolve("test");

        JsonNode trials = evaluate("tried", "--data", data, "--gain", "-20,0", "--snr", "-30,40");
        JsonNode pieces = evaluate("tried", "--data", data, "--fragment", "100 ms");

        assertEquals(4, trials.size());
        assertEquals(0.5, trials.get(2).get("accuracy").asDouble(), 0.3, "30 dB more noise than sound");
        assertEquals(1.0, trials.get(3).get("accuracy").asDouble(), "noise 40 dB below the sound");
        assertEquals(0.1, pieces.get(0).get("fragmentSeconds").asDouble());
        assertEquals(1.0, pieces.get(0).get("accuracy").asDouble());
    }

    @Test
    void whatARuleCannotDoIsRefusedInOneLine() throws IOException {
        train("refused", TIMING);
        Path model = folder.resolve("refused/model.zip");

        ganglion("export", model, "--tick", "1 ms", "--out", folder.resolve("a.nir"))
                .assertRefusedInOneLine("model.json: /kind: found \"stdp\", expected a network");
    }
}
