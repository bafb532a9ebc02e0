package ganglion.rule.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.table.NpyArray;
import ganglion.learning.file.Archive;
import ganglion.learning.file.Archives;
import ganglion.learning.file.ModelFiles;
import ganglion.learning.file.ModelFiles.ModelFileException;
import ganglion.learning.file.TrainedModel;
import ganglion.learning.file.TrainedRule;
import ganglion.learning.model.Dense;
import ganglion.learning.model.LayerShape;
import ganglion.learning.model.Model;
import ganglion.learning.model.Neurons;
import ganglion.learning.rule.RuleClassifier;
import ganglion.learning.tempotron.MapTempotron;
import ganglion.learning.tempotron.SelfOrganisingMap;
import ganglion.learning.tempotron.Tempotron;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Model files of classifiers that learned by a rule: what was written is read, and nothing else. */
class RuleFilesTest {

    private static final int STEPS = 12;

    @TempDir
    private Path directory;

    private static MapTempotron map(Random random) {
        SelfOrganisingMap.Settings ofMap = new SelfOrganisingMap.Settings(
                1 + random.nextInt(4),
                1 + random.nextInt(4),
                1 + random.nextInt(9),
                0.5,
                0.01,
                1.5,
                random.nextDouble() + 0.1);
        double tau = 1 + 9 * random.nextDouble();
        MapTempotron.Settings settings = new MapTempotron.Settings(
                ofMap,
                1 + random.nextInt(3),
                new Tempotron.Settings(
                        tau, tau * (0.1 + 0.8 * random.nextDouble()), 1, random.nextDouble() + 1e-9, 0.5),
                1 + random.nextInt(4),
                random.nextDouble(),
                1 + random.nextInt(99));
        int inputs = 1 + random.nextInt(5);
        double[][] prototypes = new double[ofMap.units()][];
        Arrays.setAll(prototypes, k -> random.doubles(inputs, -1, 1).toArray());
        double[][][] weights = new double[3][settings.tempotronsPerClass()][];
        for (double[][] group : weights) {
            Arrays.setAll(group, k -> random.doubles(ofMap.units(), -2, 3).toArray());
        }
        return MapTempotron.of(settings, List.of("a", "b", "ç"), SelfOrganisingMap.of(ofMap, prototypes), weights);
    }

    static Stream<MapTempotron> classifiers() {
        return LongStream.range(0, 12).mapToObj(seed -> map(new Random(seed)));
    }

    private TrainedRule readBack(RuleClassifier classifier) throws IOException, ModelFileException {
        Path file = directory.resolve("model.zip");
        ModelFiles.write(new TrainedRule(classifier, "{\"experiment\": \"x\"}"), file);
        return (TrainedRule) ModelFiles.readAny(file);
    }

    @ParameterizedTest
    @MethodSource("classifiers")
    void settingsAndNumbersAreReadAsTheyWere(MapTempotron map) throws IOException, ModelFileException {
        MapTempotron other = (MapTempotron) readBack(map).classifier();

        assertEquals(map.settings(), other.settings());
        for (int unit = 0; unit < map.map().units(); unit++) {
            assertArrayEquals(map.map().prototype(unit), other.map().prototype(unit));
        }
        for (int c = 0; c < map.classes().size(); c++) {
            for (int k = 0; k < map.settings().tempotronsPerClass(); k++) {
                assertArrayEquals(
                        map.tempotrons(c).get(k).weights(),
                        other.tempotrons(c).get(k).weights());
            }
        }
    }

    @Test
    void theSameClassifierGivesTheSameBytesAndTheDocumentComesFirst() throws IOException {
        Path one = directory.resolve("one.zip");
        Path two = directory.resolve("two.zip");
        ModelFiles.write(new TrainedRule(map(new Random(3)), "{}"), one);
        ModelFiles.write(new TrainedRule(map(new Random(3)), "{}"), two);

        assertEquals(-1, Files.mismatch(one, two));
        try (ZipFile zip = new ZipFile(one.toFile())) {
            assertEquals("model.json", zip.entries().nextElement().getName());
        }
    }

    @Test
    void whoeverWantsANetworkIsToldWhatElseItIsAndTheOtherWayRound() throws IOException, ModelFileException {
        Path file = directory.resolve("rule.zip");
        ModelFiles.write(new TrainedRule(map(new Random(1)), ""), file);
        Model model = Model.create(LayerShape.of(2), List.of(new Dense(2, true), Neurons.leaky(0.5)), 1);
        Path network = directory.resolve("network.zip");
        ModelFiles.write(new TrainedModel(model, List.of("a", "b")), network);

        assertEquals(
                "model.json: /kind: found \"map-tempotron\", expected a network",
                assertThrows(ModelFileException.class, () -> ModelFiles.read(file))
                        .getMessage());
        assertTrue(ModelFiles.readAny(network) instanceof TrainedModel);
    }

    /** What is said of a file of which one entry was changed; checks that it is one line. */
    private String refusal(RuleClassifier classifier, Map<String, UnaryOperator<byte[]>> changes)
            throws IOException, ModelFileException {
        Path file = directory.resolve("changed.zip");
        ModelFiles.write(new TrainedRule(classifier, ""), file);
        Archive archive = Archives.copyOf(file);
        for (Map.Entry<String, UnaryOperator<byte[]>> change : changes.entrySet()) {
            archive.put(change.getKey(), change.getValue().apply(archive.get(change.getKey())));
        }
        archive.write(file);
        String message = assertThrows(ModelFileException.class, () -> ModelFiles.readAny(file))
                .getMessage();
        assertFalse(message.contains("\n") || message.length() > 300, message);
        return message;
    }

    private static Map<String, UnaryOperator<byte[]>> inDocument(String pattern, String to) {
        return Map.of("model.json", content -> {
            String text = new String(content, StandardCharsets.UTF_8);
            String changed = text.replaceFirst(pattern, to);
            assertFalse(changed.equals(text), text);
            return changed.getBytes(StandardCharsets.UTF_8);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "'\"width\" : \\d+', '\"width\" : 70000'",
        "'\"height\" : \\d+', '\"height\" : -1'",
        "'\"inputs\" : \\d+', '\"inputs\" : 2000000000'",
        "'\"inputs\" : \\d+', '\"inputs\" : 0'",
        "'\"per-class\" : \\d+', '\"per-class\" : 2147483647'",
        "'\"per-class\" : \\d+', '\"per-class\" : 1.5'",
        "'\"membrane-steps\" : [0-9.]+', '\"membrane-steps\" : 0'",
        "'\"threshold\" : [0-9.]+', '\"threshold\" : \"high\"'",
        "'\"units-per-frame\" : \\d+', '\"units-per-frame\" : 0'",
        "'\"classes\" : \\[.*?\\]', '\"classes\" : []'",
        "'\"classes\" : \\[.*?\\]', '\"classes\" : [\"a\"]'",
        "'\"kind\" : \"map-tempotron\"', '\"kind\" : \"oracle\"'",
        "'\"version\" : 2', '\"version\" : 3'",
    })
    void aWrongValueOfAMapIsRefused(String pattern, String to) throws IOException, ModelFileException {
        String message = refusal(map(new Random(2)), inDocument("(?s)" + pattern, to));

        assertTrue(message.contains("model.json") || message.contains("parameters/"), message);
    }

    @Test
    void anArrayOfAnotherShapeIsRefused() throws IOException, ModelFileException {
        byte[] zeros = NpyArray.write(new double[3], new int[] {3});

        assertTrue(refusal(map(new Random(2)), Map.of("parameters/weights.npy", content -> zeros))
                .startsWith("parameters/weights.npy: found the shape (3,), expected (3,"));
    }
}
