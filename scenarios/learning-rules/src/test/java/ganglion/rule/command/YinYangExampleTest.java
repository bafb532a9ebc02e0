package ganglion.rule.command;

import static ganglion.cli.CommandLineUnderTest.ganglion;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of EventProp, from its script to the figures, with fewer points and epochs. */
final class YinYangExampleTest {

    private static final Path EXAMPLE = Path.of("..", "gallery", "yin-yang");

    @TempDir
    private Path folder;

    private String make(Object... arguments) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(
                List.of("python3", EXAMPLE.resolve("make-points.py").toString()));
        for (Object argument : arguments) {
            words.add(argument.toString());
        }
        Process process = new ProcessBuilder(words)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return errors;
    }

    private static boolean hasPython() throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void pointsAreMadeAndLearnedBetterThanTheBaselineCan() throws IOException, InterruptedException {
        assumeTrue(hasPython(), "there is no python3 on the path, which makes the points");
        Path experiment = folder.resolve("yin-yang.yaml");
        Files.copy(EXAMPLE.resolve("yin-yang.yaml"), experiment);
        ganglion("train", experiment, "--out", folder.resolve("early"))
                .assertRefusedInOneLine("python3 make-points.py points");
        assertEquals("", make(folder.resolve("points"), 300, 60));
        assertTrue(make(folder.resolve("points")).contains("expected a folder that does not exist yet"));

        ganglion("train", experiment, "--out", folder.resolve("out"), "--set", "/training/epochs=15")
                .assertFine();

        JsonNode test = new ObjectMapper()
                .readTree(folder.resolve("out/result.json").toFile())
                .get("test");
        assertEquals(60, test.get("samples").asInt());
        double accuracy = test.get("accuracy").asDouble();
        double baseline = test.at("/baseline/accuracy").asDouble();
        assertTrue(accuracy > baseline + 0.1, accuracy + " beside " + baseline);
    }
}
