package ganglion.scenario.format;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What yaml-language-server makes of the published schema, asked as an editor asks. See docs/developer/editor-completion.md
 * for how to install it; without it the test is skipped.
 */
class EditorCompletionTest {

    private static final String SERVER = "ganglion.yaml-language-server";
    private static final Path SCHEMA = Path.of("..", "..", "docs", "formats", "schemas", "scenario.schema.json");
    private static final Path SCRIPT = Path.of("src", "test", "resources", "editor", "complete.mjs");

    private static final String POPULATION = """
            network:
              populations:
                - name: out
                  size: 1
            """;

    private final Map<String, String> questions = new LinkedHashMap<>();
    private final Map<String, List<String>> expected = new LinkedHashMap<>();

    @TempDir
    Path folder;

    /** The cursor is at {@code |} to complete, at {@code ^} to ask what a key means. */
    private void ask(String text, String... answers) {
        String name = String.valueOf(questions.size());
        questions.put(
                name,
                "# yaml-language-server: $schema=" + SCHEMA.toAbsolutePath().normalize() + "\nscenario: a\n" + text);
        expected.put(name, List.of(answers));
    }

    private static String quoted(String word) {
        return '"' + word + '"';
    }

    @Test
    void completesKeysAndWordsAndShowsWhatTheyMean() throws IOException, InterruptedException {
        String server = System.getProperty(SERVER, "");
        assumeTrue(!server.isEmpty(), "skipped: -D" + SERVER + " names no bin/yaml-language-server");
        ask("|\n", quoted("network"), quoted("hardware"), quoted("expect"));
        ask(POPULATION + "      model: |\n", quoted("lif"), quoted("izhikevich"), quoted("resonate-and-fire"));
        ask(POPULATION + "      model: lif\n      parameters:\n        |\n", quoted("beta"), quoted("refractory"));
        ask(POPULATION + "      model: izhikevich\n      parameters:\n        |\n", quoted("a"), quoted("d"));
        ask(POPULATION + "      model: lif\n      parameters:\n        reset: |\n", quoted("subtract"));
        ask("inputs:\n  - name: ear\n    audio: a.wav\n    encoder:\n      |\n", quoted("lif"), quoted("first-spike"));
        ask("clock:\n  tick: |\n", quoted("2 ms"));
        ask("expect:\n  - spikes: {population: out}\n    |\n", quoted("between"), quoted("at-least"));
        ask("hardware:\n  - profile: loihi\n    placement: |\n", quoted("spread"), quoted("fewest-messages"));
        ask("clock:\n  ti^ck: 1 ms\n", "Length of a tick, 1 ns to 1 s.");
        ask(POPULATION + "      model: lif\n      parameters:\n        be^ta: 0.9\n", "after one tick.");

        Map<String, String> answers = answers(server);

        expected.forEach((name, words) -> words.forEach(word -> assertTrue(
                answers.getOrDefault(name, "").contains(word),
                () -> word + " is missing in " + answers.get(name) + " for\n" + questions.get(name))));
    }

    private Map<String, String> answers(String server) throws IOException, InterruptedException {
        List<Map<String, String>> list = new ArrayList<>();
        questions.forEach((name, text) -> list.add(Map.of("name", name, "text", text)));
        Path input = folder.resolve("questions.json");
        Path output = folder.resolve("answers.txt");
        Files.writeString(input, new ObjectMapper().writeValueAsString(list));
        Process node = new ProcessBuilder(
                        "node",
                        SCRIPT.toString(),
                        server,
                        folder.resolve("s.yaml").toString())
                .redirectInput(input.toFile())
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertTrue(node.waitFor(2, TimeUnit.MINUTES), "the language server does not answer");
        return Files.readString(output, StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.split("\t", 2))
                .collect(Collectors.toMap(line -> line[0], line -> line[1]));
    }
}
