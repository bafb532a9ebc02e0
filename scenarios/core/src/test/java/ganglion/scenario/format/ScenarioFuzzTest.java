package ganglion.scenario.format;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.scenario.model.ScenarioOverrides;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stands in a file, reading it gives a scenario or problems that a person can use, never another exception. */
@Tag("slow")
class ScenarioFuzzTest {

    private static final long SEED = 20_261_124;
    private static final int ROUNDS = 1500;

    private static final String RICH = """
            scenario: rich
            clock: {tick: 2 ms, duration: 200 ms}
            inputs:
              - {name: ear, clips: [{audio: a.wav, label: A}], gap: 20 ms, frontend: {mel-bands: 8, gain: {fixed: {factor: 2}},
                 lateral-inhibition: {width: 3}}, encoder: {lif: {beta: 0.5, reset: subtract}}}
              - {name: taps, spikes: taps.csv, size: 3}
            network:
              populations:
                - {name: hidden, size: 3, model: lif, parameters: {time-constant: 20 ms, bias: [0.1, 0.2, 0.3], refractory: 2 ms}}
                - {name: out, size: 2, model: leaky-integrator, parameters: {beta: 0.9}, labels: [A, B]}
              projections:
                - {from: taps, to: hidden, connectivity: one-to-one, weights: [1, 2, 3], delay: 2 ticks}
                - {from: hidden, to: out, weights: [[1, 2], [3, 4], [5, 6]]}
            decision: {population: out, input: ear, margin: 4 ms}
            record: {spikes: [out], membrane: [out]}
            hardware: [loihi]
            expect:
              - {spikes: {population: out, neuron: 1, from: 2 ms, until: 4 ms}, between: [0, 4]}
              - {first-spike: {population: out}, before: 30 ms}
              - {winner: {clip: 0}, equals: A}
              - {decisions: correct, at-least: 1, of: 1}
              - {energy: {profile: loihi, per: decision, boundary: active}, below: 50 uJ}
              - {latency: {profile: loihi, percentile: 99}, below: 5 ms}
            """;

    @TempDir
    private Path folder;

    private Path prepare(String name) throws IOException {
        Files.writeString(folder.resolve("taps.csv"), "time,neuron\n");
        Files.writeString(folder.resolve("a.wav"), "");
        return folder.resolve(name);
    }

    private static boolean isRead(Path file, String what) {
        try {
            ScenarioFiles.read(file, ScenarioOverrides.NONE);
            return true;
        } catch (InputException e) {
            for (Problem problem : e.problems()) {
                assertFalse(problem.message().isBlank(), what);
                assertFalse(problem.oneLine().contains("\n"), what);
                assertTrue(problem.oneLine().length() < 2_000, what);
            }
            return false;
        } catch (RuntimeException e) {
            return fail("reading failed for: " + what, e);
        }
    }

    @Test
    void readsTheScenarioThatIsMutated() throws IOException {
        Path file = prepare("s.yaml");
        Files.writeString(file, RICH);

        assertTrue(isRead(file, RICH));
    }

    @Test
    void survivesDamagedBytes() throws IOException {
        Path file = prepare("s.yaml");
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = RICH.getBytes(StandardCharsets.UTF_8);
            for (int i = random.nextInt(4); i >= 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            Files.write(file, bytes);

            isRead(file, "seed " + SEED + ", round " + round);
        }
    }

    @Test
    void survivesValuesWhereNobodyExpectsThem() throws IOException {
        Path file = prepare("s.json");
        JsonNode original = parse();
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            JsonNode mutant = original.deepCopy();
            for (int i = random.nextInt(2); i >= 0; i--) {
                mutate(mutant, random);
            }
            Files.writeString(file, mutant.toString());

            isRead(file, mutant.toString());
        }
    }

    private static JsonNode parse() {
        try {
            return new ObjectMapper().readTree(new YAMLMapper().readTree(RICH).toString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Replaces, removes or adds a value somewhere in the tree. */
    private static void mutate(JsonNode root, Random random) {
        List<JsonNode> containers = new ArrayList<>();
        collect(root, containers);
        JsonNode container = containers.get(random.nextInt(containers.size()));
        if (container instanceof ObjectNode object && !object.isEmpty()) {
            List<String> keys = new ArrayList<>();
            object.fieldNames().forEachRemaining(keys::add);
            String key = keys.get(random.nextInt(keys.size()));
            if (random.nextInt(4) == 0) {
                object.remove(key);
            } else {
                object.set(random.nextInt(6) == 0 ? key + "x" : key, value(root, random));
            }
        } else if (container instanceof ArrayNode array) {
            array.add(value(root, random));
        }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }

    private static JsonNode value(JsonNode root, Random random) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (random.nextInt(12)) {
            case 0 -> nodes.nullNode();
            case 1 -> nodes.booleanNode(random.nextBoolean());
            case 2 -> nodes.numberNode(random.nextInt());
            case 3 -> nodes.numberNode(random.nextGaussian() * 1e300);
            case 4 -> nodes.numberNode(Long.MAX_VALUE);
            case 5 -> nodes.textNode("");
            case 6 -> nodes.textNode("1e308 s");
            case 7 -> nodes.textNode("999999999999999999 ticks");
            case 8 -> nodes.textNode("/");
            case 9 -> nodes.arrayNode();
            case 10 -> nodes.objectNode();
            default -> anyValue(root, random);
        };
    }

    private static JsonNode anyValue(JsonNode root, Random random) {
        List<JsonNode> containers = new ArrayList<>();
        collect(root, containers);
        JsonNode container = containers.get(random.nextInt(containers.size()));
        return container == root || container.isEmpty()
                ? JsonNodeFactory.instance.textNode("out")
                : container.elements().next().deepCopy();
    }
}
