package ganglion.cli;

import static ganglion.cli.CommandLineUnderTest.ganglion;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ganglion.cli.CommandLineUnderTest.Outcome;
import ganglion.cli.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training from the command line: what is written, and that it is the same however it came about. */
final class TrainCommandTest {

    @TempDir
    private static Path folder;

    private static TinyExperiment tiny;
    private static Path trained;
    private static Outcome training;

    @BeforeAll
    static void train() throws IOException {
        tiny = new TinyExperiment(folder);
        trained = folder.resolve("trained");
        training = ganglion("train", tiny.file("numbers.yaml"), "--out", trained, "--threads", 1);
    }

    private static JsonNode result(Path directory) throws IOException {
        return new ObjectMapper().readTree(directory.resolve("result.json").toFile());
    }

    private static byte[] model(Path directory) throws IOException {
        return Files.readAllBytes(directory.resolve("model.zip"));
    }

    @Test
    void aTrainingLeavesItsModelItsFiguresAndItsCheckpoint() throws IOException {
        training.assertFine();

        try (Stream<Path> files = Files.list(trained)) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).sorted().toList();
            assertEquals(List.of("checkpoint.zip", "model.zip", "report.html", "result.json"), names);
        }
        JsonNode result = result(trained);
        assertEquals("ganglion-training", result.get("format").asText());
        assertEquals(3, result.at("/experiment/seed").asInt());
        assertEquals(18, result.at("/data/training/samples").asInt(), "24 tones, 6 of which are held out");
        assertEquals(6, result.at("/data/validation/samples").asInt());
        assertEquals(6, result.get("epochs").size());
        assertEquals(2, result.at("/epochs/0/layers").size());
        assertTrue(result.at("/epochs/0/meanGradientNorm").asDouble() > 0);
        assertEquals(8, result.at("/test/decisions").size());
        assertEquals(2, result.at("/test/classes").size());
        assertTrue(result.at("/manifest/processors").asInt() > 0);
    }

    @Test
    void theNetworkLearnsWhatItIsShown() throws IOException {
        assertEquals(1.0, result(trained).at("/test/accuracy").asDouble());
        assertTrue(training.out().contains("test: 8 samples, accuracy 100.00 %"), training.out());
        assertTrue(training.out().contains("epoch 6/6: loss "), training.out());
        assertTrue(training.out().endsWith("report: " + trained.resolve("report.html") + "\n"), training.out());
    }

    @Test
    void aResumedTrainingEndsWithTheSameModel() throws IOException {
        Path resumed = folder.resolve("resumed");
        ganglion("train", tiny.file("numbers.yaml"), "--out", resumed, "--epochs", 2)
                .assertFine();
        ganglion("train", tiny.file("numbers.yaml"), "--out", resumed, "--resume")
                .assertFine();

        assertArrayEquals(model(trained), model(resumed));
        assertEquals(6, result(resumed).get("epochs").size(), "the curves are whole");
    }

    @Test
    void delaysAreCompiledIntoAScenarioThatFiresTheSameSpikes() throws IOException {
        String layers = "/network/layers=[{kind: dense, outputs: 12, delays: {longest: 3}}, {kind: leaky, beta: 0.8},"
                + " {kind: dense, outputs: 2, delays: {longest: 4}}, {kind: leaky, beta: 0.9}]";
        Path directory = folder.resolve("delays");
        ganglion("train", tiny.file("spikes.yaml"), "--out", directory, "--epochs", 2, "--set", layers)
                .assertFine();

        Outcome compiled = ganglion(
                "compile",
                directory.resolve("model.zip"),
                "--out",
                folder.resolve("delays-scenario"),
                "--verify",
                folder.resolve("test"));

        compiled.assertFine();
    }

    /** As with the recipes for public sets, whose recordings are the user's. */
    @Test
    void whatLacksItsDataIsNamedAndTheOthersOfTheFolderAreTrained(@TempDir Path own) throws IOException {
        Path some = own.resolve("some");
        Path one = new TinyExperiment(some).file("numbers.yaml");
        for (String name : List.of("expression", "single", "spikes")) {
            Files.delete(some.resolve(name + ".yaml"));
        }
        String text = Files.readString(one).replace("experiment: numbers", "experiment: far");
        Files.writeString(
                some.resolve("far.yaml"),
                text.replace(
                        "training: {kind: folders, path: train}",
                        "training: {kind: folders, path: gone, origin: elsewhere}"));

        Path out = own.resolve("out");
        Outcome all = ganglion("train", "--all", some, "--out", out, "--epochs=1", "--quiet");

        assertEquals(ExitCode.BAD_INPUT, all.code(), all::toString);
        assertEquals(1, all.err().lines().count(), all::err);
        assertTrue(all.err().contains("far.yaml") && all.err().contains("elsewhere"), all::err);
        assertTrue(all.out().endsWith("1 of 2 experiments trained\nleft out, for the reasons above: far\n"), all::out);
        assertTrue(Files.exists(out.resolve("numbers/report.html")));
    }
}
