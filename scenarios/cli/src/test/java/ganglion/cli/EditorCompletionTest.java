package ganglion.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What yaml-language-server makes of the published schemas, asked as an editor asks: docs/developer/testing.md. */
final class EditorCompletionTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Path EDITORS = ProjectRoot.find().resolve("packaging/editors");
    private static final Path SCHEMAS = ProjectRoot.find().resolve("docs/formats/schemas");

    private static final String POPULATION = """
            scenario: a
            clock: {tick: 1 ms, duration: 1 s}
            network:
              populations:
                - name: out
                  size: 1
            """;

    private final List<DynamicTest> tests = new ArrayList<>();
    private final ArrayNode questions = MAPPER.createArrayNode();
    private JsonNode answers;

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> anEditorCompletesExplainsAndUnderlines() throws IOException, InterruptedException {
        assumeTrue(
                Files.isDirectory(EDITORS.resolve("node_modules/yaml-language-server")),
                "there is no yaml-language-server: npm ci --prefix packaging/editors");
        askAboutScenarios();
        askAboutExperiments();
        askAboutProfiles();
        askAboutNamesOfFiles();
        answers = ask();
        return tests.stream();
    }

    private void askAboutScenarios() throws IOException {
        String schema = "scenario";
        completion(schema, "scenario: a\n|\n", "network", "hardware", "expect");
        completion(schema, POPULATION + "      model: |\n", "lif", "izhikevich", "resonate-and-fire");
        completion(schema, POPULATION + "      model: lif\n      parameters:\n        |\n", "beta", "refractory");
        completion(schema, POPULATION + "      model: izhikevich\n      parameters:\n        |\n", "a", "d", "!beta");
        completion(schema, POPULATION + "      model: lif\n      parameters:\n        reset: |\n", "subtract");
        String ear = "scenario: a\ninputs:\n  - name: ear\n    audio: a.wav\n    encoder:\n      |\n";
        completion(schema, ear, "lif", "first-spike");
        completion(schema, "scenario: a\nclock:\n  tick: |\n", "2 ms");
        completion(schema, "scenario: a\nexpect:\n  - spikes: {population: out}\n    |\n", "between", "at-least");
        completion(schema, "scenario: a\nhardware:\n  - profile: loihi\n    placement: |\n", "spread", "!bytes");
        completion(schema, "scenario: a\nhardware:\n  - |\n", "loihi", "stm32u575", "profile");
        completion(schema, "scenario: a\nhardware: [|]\n", "loihi", "stm32u575");
        completion(schema, "scenario: a\nhardware:\n  - profile: |\n", "loihi", "stm32u575");
        hover(schema, "scenario: a\nclock:\n  ti|ck: 1 ms\n", "Length of a tick, 1 ns to 1 s.");
        hover(schema, POPULATION + "      model: lif\n      parameters:\n        be|ta: 0.9\n", "after one tick.");
        String complete = POPULATION + "      model: lif\n      parameters: {beta: 0.9}\n";
        problems(schema, complete);
        problems(schema, complete + "netwrk: {}\n", "10: Property netwrk is not allowed.");
        problems(
                schema,
                complete.replace("0.9}", "0.9, reset: non}"),
                "9: Value is not accepted. Valid values: \"zero\",");
        problems(schema, complete.replace("beta", "betta"), "9: Property betta", "9: Missing property \"beta\".");
        problems(schema, complete.replace("tick: 1 ms", "tick: 1 hour"), "3: Expected a time such as 2 ms (s, ms,");
        String expression = "7: Expected a number of neurons from 1 to 10000000, or an expression such as ${2 * n}.";
        problems(schema, complete.replace("size: 1", "size: many"), expression);
        problems(schema, complete.replace("size: 1", "size: ${2 * n}").replace("1 ms", "\"${n} ms\""));
        problems(schema, "scenario: a\nextends: base.yaml\nseed: 3\n");
        problems(schema, "scenario: a\nseed: 3\n", "2: Missing property \"network\".");
        shipped(schema, ProjectRoot.find().resolve("scenarios/gallery"), "scenario.yaml");
    }

    private void askAboutExperiments() {
        String schema = "experiment-classification";
        String layer = "experiment: a\nnetwork:\n  layers:\n    - kind: ";
        completion(schema, "experiment: a\n|\n", "data", "features", "training");
        completion(schema, layer + "|\n", "dense", "convolution", "leaky", "integrator");
        completion(schema, layer + "dense\n      |\n", "outputs", "bias", "!beta");
        completion(schema, "experiment: a\ntraining:\n  loss:\n    kind: |\n", "cross-entropy-rate", "squared-count");
        completion(schema, "experiment: a\ndata:\n  training:\n    kind: |\n", "folders", "heidelberg");
        hover(schema, "experiment: a\ntraining:\n  epo|chs: 3\n", "Number of passes over the training set.");
        problems(
                schema,
                "extends: base.yaml\nexperiment: a\ntraining:\n  epochss: 3\n",
                "5: Property epochss is not allowed.");
        completion("experiment-eventprop", "experiment: a\ntask: eventprop\ntraining:\n  |\n", "epochs", "loss");
    }

    private void askAboutProfiles() throws IOException {
        String schema = "hardware-profile";
        completion(schema, "profile: a\n|\n", "sources", "energy", "power");
        hover(schema, "prof|ile: a\n", "Short name, as used in scenarios and on the command line.");
        problems(schema, "profile: a\nenergies: {}\n", "3: Property energies is not allowed.");
        shipped(
                schema,
                ProjectRoot.find().resolve("hardware-profiles/src/main/resources/ganglion/hardware/profiles"),
                ".yaml");
    }

    /** Files are found by their names, as the entries for the schema store say. */
    private void askAboutNamesOfFiles() {
        question("completion", folder.resolve("net.ganglion.yaml"), "scenario: a\n|\n", offers("expect"));
        question("completion", folder.resolve("x.ganglion-experiment.yaml"), "experiment: a\n|\n", offers("training"));
        question("completion", folder.resolve("chip.ganglion-profile.yml"), "profile: a\n|\n", offers("energy"));
    }

    /** Files that come with Ganglion, without those that have keys of another. */
    private void shipped(String schema, Path root, String end) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : (Iterable<Path>)
                    files.filter(path -> path.toString().endsWith(end)).sorted()::iterator) {
                String text = Files.readString(file);
                if (!text.contains("\nextends:")) {
                    problems(schema, text);
                }
            }
        }
    }

    /** Labels that are offered, or, with an exclamation mark, are not. */
    private void completion(String schema, String text, String... labels) {
        question("completion", anyFile(), headed(schema, text), offers(labels));
    }

    private static Consumer<JsonNode> offers(String... labels) {
        return answer -> {
            List<String> offered = answer.findValuesAsText("label");
            for (String label : labels) {
                boolean wanted = !label.startsWith("!");
                assertEquals(wanted, offered.contains(wanted ? label : label.substring(1)), label + " in " + offered);
            }
        };
    }

    private void hover(String schema, String text, String words) {
        question(
                "hover",
                anyFile(),
                headed(schema, text),
                answer -> assertTrue(answer.asText().contains(words), answer.asText()));
    }

    /** The problems begin so. */
    private void problems(String schema, String text, String... expected) {
        question("problems", anyFile(), headed(schema, text), answer -> {
            List<String> found = new ArrayList<>();
            answer.forEach(one -> found.add(
                    one.get("line").asInt() + ": " + one.get("message").asText()));
            for (String start : expected) {
                assertTrue(found.stream().anyMatch(one -> one.startsWith(start)), start + " in " + found);
            }
            assertFalse(expected.length == 0 && !found.isEmpty(), found::toString);
        });
    }

    private static String headed(String schema, String text) {
        return "# yaml-language-server: $schema=" + SCHEMAS.resolve(schema + ".schema.json") + "\n" + text;
    }

    private Path anyFile() {
        return folder.resolve(questions.size() + ".yaml");
    }

    private void question(String ask, Path file, String text, Consumer<JsonNode> check) {
        String name = String.valueOf(questions.size());
        questions
                .addObject()
                .put("name", name)
                .put("ask", ask)
                .put("file", file.toString())
                .put("text", text);
        String last = text.strip().substring(text.strip().lastIndexOf('\n') + 1).strip();
        tests.add(DynamicTest.dynamicTest(name + " " + ask + " " + last, () -> check.accept(answers.get(name))));
    }

    private JsonNode ask() throws IOException, InterruptedException {
        Path input = folder.resolve("questions.json");
        Path output = folder.resolve("answers.json");
        MAPPER.writeValue(input.toFile(), questions);
        Process node = new ProcessBuilder(
                        "node",
                        EDITORS.resolve("ask.mjs").toString(),
                        schemasByName().toString())
                .redirectInput(input.toFile())
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        boolean ended = node.waitFor(2, TimeUnit.MINUTES);
        node.descendants().forEach(ProcessHandle::destroyForcibly);
        node.destroyForcibly();
        assertTrue(ended, "the language server does not answer");
        assertEquals(0, node.exitValue());
        return MAPPER.readTree(output.toFile());
    }

    /** The setting yaml.schemas that the entries for the schema store amount to. */
    private static ObjectNode schemasByName() throws IOException {
        ObjectNode schemas = MAPPER.createObjectNode();
        for (JsonNode entry :
                MAPPER.readTree(EDITORS.resolve("catalog.json").toFile()).get("schemas")) {
            String name = entry.get("url").asText().replaceAll(".*/ganglion-(.*)\\.json", "$1");
            String file = switch (name) {
                case "experiment" -> "experiment-classification";
                case "profile" -> "hardware-profile";
                default -> name;
            };
            schemas.set(SCHEMAS.resolve(file + ".schema.json").toString(), entry.get("fileMatch"));
        }
        return schemas;
    }
}
