package ganglion.rule.command;

import static ganglion.cli.CommandLineUnderTest.ganglion;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The suite of timing tasks, from its scripts to decisions, with fewer samples and epochs. */
final class TimingSuiteTest {

    private static final Path SUITE =
            Path.of("..", "gallery", "timing").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    private record Ended(int code, String printed) {}

    private static Ended python(Object... arguments) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("/usr/bin/python3"));
        for (Object argument : arguments) {
            words.add(argument.toString());
        }
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), printed);
    }

    @BeforeAll
    static void needsPython() throws InterruptedException {
        try {
            assumeTrue(
                    python("-c", "import h5py, numpy").code() == 0,
                    "found no NumPy or h5py, which make the data: apt-get install python3-numpy python3-h5py");
        } catch (IOException e) {
            assumeTrue(false, "found no /usr/bin/python3, which makes the data");
        }
    }

    private Path make(String task, String level, int training, String name) throws IOException, InterruptedException {
        Path data = folder.resolve(name);
        Ended ended = python(
                SUITE.resolve("make.py"),
                task,
                "--level",
                level,
                "--train",
                training,
                "--validation",
                60,
                "--test",
                100,
                data);
        assertEquals(0, ended.code(), ended.printed());
        return data;
    }

    private JsonNode train(String network, Path data, Object... settings) throws IOException {
        JsonNode task = new ObjectMapper().readTree(data.resolve("task.json").toFile());
        List<Object> words = new ArrayList<>(List.of("train", SUITE.resolve(network), "--out", folder.resolve("out")));
        words.addAll(List.of("--set", "/data/training/path=" + data.resolve("train.h5")));
        words.addAll(List.of("--set", "/data/validation/path=" + data.resolve("validation.h5")));
        words.addAll(List.of("--set", "/data/test/path=" + data.resolve("test.h5")));
        words.addAll(
                List.of("--set", "/features/duration=" + task.get("duration_ms").asText() + " ms"));
        words.addAll(
                List.of("--set", "/features/channels=" + task.get("channels").asText()));
        words.addAll(List.of(settings));
        ganglion(words.toArray()).assertFine();
        return new ObjectMapper()
                .readTree(folder.resolve("out/result.json").toFile())
                .get("test");
    }

    @Test
    void whatCountsCannotTellIsLearnedFromTimes() throws IOException, InterruptedException {
        Path data = make("polychrony", "1", 1500, "orders");

        JsonNode test = train("se-adlif.yaml", data, "--set", "/features/step=2 ms", "--set", "/training/epochs=20");

        Ended counts = python(SUITE.resolve("baselines.py"), data, "--only", "logistic-count,mlp-count");
        assertEquals(0, counts.code(), counts.printed());
        JsonNode baselines = new ObjectMapper().readTree(counts.printed());
        double accuracy = test.get("accuracy").asDouble();
        assertTrue(accuracy >= 0.7, "accuracy " + accuracy);
        for (JsonNode baseline : baselines) {
            assertTrue(baseline.asDouble() <= 0.3, counts.printed());
        }
    }

    @Test
    void pointsOfYinAndYangAreLearnedByExactGradients() throws IOException, InterruptedException {
        Path data = make("yin-yang", "0", 400, "points");

        JsonNode test = train("eventprop.yaml", data, "--set", "/training/epochs=15");

        double accuracy = test.get("accuracy").asDouble();
        double baseline = test.at("/baseline/accuracy").asDouble();
        assertEquals(100, test.get("samples").asInt());
        assertTrue(accuracy > baseline + 0.1, accuracy + " beside " + baseline);
    }

    @Test
    void everyTaskIsMadeTheSameTwice() throws IOException, InterruptedException {
        String listed = python(SUITE.resolve("make.py"), "--list").printed();
        List<String[]> tasks = listed.lines().map(line -> line.split("\\s+", 2)).toList();
        assertEquals(8, tasks.size(), listed);
        for (String[] task : tasks) {
            String level = task[1].replaceAll(".*: ", "").split(", ")[0];
            Path first = make(task[0], level, 100, task[0] + "-1");
            Path second = make(task[0], level, 100, task[0] + "-2");
            for (String part : List.of("train.h5", "validation.h5", "test.h5", "task.json")) {
                assertArrayEquals(
                        Files.readAllBytes(first.resolve(part)), Files.readAllBytes(second.resolve(part)), task[0]);
            }
        }
    }

    @Test
    void wrongWordsAreRefusedInTheLastLine() throws IOException, InterruptedException {
        Path script = SUITE.resolve("make.py");
        assertRefused(
                python(script, "parity", "--level", 9, folder.resolve("x")), "found the level 9, expected a whole");
        assertRefused(python(script, "isi", "--train", 3, folder.resolve("x")), "found 3 to 1000 samples, expected 4");
        assertRefused(python(script, "isi", folder), "expected a folder that does not exist yet");
        assertRefused(python(SUITE.resolve("run.py"), "--networks", "mlp"), "found mlp, expected one of");
        assertRefused(python(SUITE.resolve("baselines.py"), folder, "--only", "cnn"), "found the baseline cnn");
    }

    private static void assertRefused(Ended ended, String expected) {
        assertTrue(ended.code() == 1 || ended.code() == 2, ended.printed());
        String last = ended.printed().strip().replaceAll("(?s).*\n", "");
        assertTrue(last.contains(expected), ended.printed());
    }
}
