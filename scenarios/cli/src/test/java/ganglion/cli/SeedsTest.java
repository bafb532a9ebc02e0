package ganglion.cli;

import static ganglion.cli.CommandLineUnderTest.ganglion;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.cli.CommandLineUnderTest.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Experiments of all tasks with several seeds, some of which are cut short. */
@Tag("slow")
final class SeedsTest {

    /** So many that a seed takes long enough to be killed in the middle. */
    private static final int EPOCHS = 200;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void writeExperiments() throws IOException {
        new TinyExperiment(folder);
    }

    private static JsonNode json(Path directory) throws IOException {
        return new ObjectMapper().readTree(directory.resolve("result.json").toFile());
    }

    /** What two trainings of the same have in common, whenever and how fast they went. */
    private static JsonNode lasting(Path directory) throws IOException {
        ObjectNode result = (ObjectNode) json(directory);
        result.remove(List.of("manifest", "wallClock", "files"));
        result.path("epochs").forEach(epoch -> ((ObjectNode) epoch).remove("samplesPerSecond"));
        return result;
    }

    private static void assertSame(Path expected, Path actual) throws IOException {
        assertEquals(lasting(expected), lasting(actual));
        if (Files.exists(expected.resolve("model.zip"))) {
            assertEquals(-1, Files.mismatch(expected.resolve("model.zip"), actual.resolve("model.zip")));
        }
    }

    private static List<String> beside(String name) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.startsWith(name + "."))
                    .filter(file -> !file.endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void seedsTellMeanAndSpreadAndLeaveWhatEachCameTo() throws IOException {
        Path experiment = folder.resolve("numbers.yaml");
        Path many = folder.resolve("numbers-seeds");
        Path alone = folder.resolve("numbers-alone");
        ganglion("train", experiment, "--out", many, "--set", "/seeds=[8, 5]", "--quiet")
                .assertFine();
        ganglion("train", experiment, "--out", alone, "--set", "/seeds=[8, 5]", "--seed", 5, "--quiet")
                .assertFine();

        JsonNode result = json(many);
        double first = result.at("/seeds/0/testAccuracy").asDouble(Double.NaN);
        double second = result.at("/seeds/1/testAccuracy").asDouble(Double.NaN);
        assertEquals((first + second) / 2, result.at("/accuracy/test/mean").asDouble(Double.NaN), 1e-12);
        assertEquals(
                Math.abs(first - second) / Math.sqrt(2),
                result.at("/accuracy/test/standardDeviation").asDouble(Double.NaN),
                1e-12);
        assertEquals(8, result.at("/seeds/0/seed").asInt());
        assertSame(alone, many.resolve("seed-5"));
        for (Path directory : List.of(many, many.resolve("seed-8"), many.resolve("seed-5"))) {
            assertTrue(Files.exists(directory.resolve("model.zip")), directory.toString());
        }
        assertEquals(List.of(), beside("numbers-seeds"), "what was kept on the way is put away");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no kill to send a signal with")
    void aTrainingKilledInItsSecondSeedGoesOnThereAndEndsTheSame() throws Exception {
        Path experiment = folder.resolve("numbers.yaml");
        Path killed = folder.resolve("killed");
        Object[] words = {"train", experiment, "--out", killed, "--set", "/seeds=[8, 5]", "--epochs", EPOCHS, "--quiet"
        };
        Path checkpoint = folder.resolve("killed.seed-5.checkpoint");
        try (GanglionProcess process = GanglionProcess.start(words)) {
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> Files.exists(checkpoint));
            process.signal("KILL");
            process.exitCode();
        }
        assertEquals(
                List.of("killed.seed-5.checkpoint", "killed.seed-8.checkpoint"),
                beside("killed"),
                "the second seed was cut short");

        Outcome resumed = ganglion(
                "train", experiment, "--out", killed, "--set", "/seeds=[8, 5]", "--epochs", EPOCHS, "--resume");
        Path whole = folder.resolve("whole");
        ganglion("train", experiment, "--out", whole, "--set", "/seeds=[8, 5]", "--epochs", EPOCHS, "--quiet")
                .assertFine();

        resumed.assertFine();
        int second = resumed.out().indexOf("seed 5\n");
        assertFalse(resumed.out().substring(0, second).contains("epoch 1/"), "the first seed is not trained again");
        assertFalse(resumed.out().contains("epoch 1/"), "the second goes on");
        assertTrue(resumed.out().substring(second).contains("epoch " + EPOCHS + "/" + EPOCHS), resumed.out());
        for (String part : List.of(".", "seed-8", "seed-5")) {
            assertSame(whole.resolve(part), killed.resolve(part));
        }
        assertEquals(List.of(), beside("killed"));
    }
}
