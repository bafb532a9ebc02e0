package ganglion.cli;

import static ganglion.cli.CommandLineUnderTest.ganglion;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ganglion.cli.CommandLineUnderTest.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several classes at once, from the command line: high and low tones in mixtures. */
final class DetectionCommandTest {

    private static final String EXPERIMENT = """
            experiment: tones
            task: detection
            seed: 3
            data:
              training: {kind: folders, path: train}
              test: {kind: folders, path: test}
              mixtures: {training: 80, test: 40, most-notes: 2, gain-range-db: 6}
            features:
              as: contour
              duration: 200 ms
              frontend: {sample-rate: 8 kHz, window: 32 ms, hop: 10 ms, mel-bands: 12}
            network:
              layers:
                - {kind: dense, outputs: 12}
                - {kind: leaky, beta: 0.8}
                - {kind: dense, outputs: 2}
                - {kind: integrator, beta: 0.9}
            training: {epochs: 15, batch: 8, optimiser: {kind: adam, learning-rate: 0.02}}
            """;

    @TempDir
    private static Path folder;

    private static Path file;
    private static Outcome training;

    @BeforeAll
    static void train() throws IOException {
        new TinyExperiment(folder);
        file = folder.resolve("tones.yaml");
        Files.writeString(file, EXPERIMENT);
        training = ganglion("train", file, "--out", folder.resolve("first"), "--threads", 1);
    }

    @Test
    void detectorsFindTonesInMixtures() throws IOException {
        training.assertFine();

        JsonNode trials = new ObjectMapper()
                .readTree(folder.resolve("first/result.json").toFile())
                .get("trials");
        assertEquals(2, trials.size(), "clean and noisy");
        JsonNode clean = trials.get(0);
        assertEquals(40, clean.at("/detectors/samples").asInt());
        assertTrue(clean.at("/detectors/macroF1").asDouble() > 0.95, clean.toString());
        assertTrue(clean.at("/linearBaseline/macroF1").asDouble() > 0.5, clean.toString());
    }

    @Test
    void theSameExperimentGivesTheSameModelOnMoreThreads() throws IOException {
        ganglion("train", file, "--out", folder.resolve("second"), "--threads", 2)
                .assertFine();

        assertArrayEquals(
                Files.readAllBytes(folder.resolve("first/model.zip")),
                Files.readAllBytes(folder.resolve("second/model.zip")));
    }

    @Test
    void otherCommandsSayThatTheModelTellsSeveralClassesAtOnce() {
        ganglion("evaluate", folder.resolve("first/model.zip"), "--data", folder.resolve("test"))
                .assertRefusedInOneLine("model.zip", "detection");
    }
}
