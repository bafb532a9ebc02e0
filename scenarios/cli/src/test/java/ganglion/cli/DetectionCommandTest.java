package ganglion.cli;

import static ganglion.cli.CommandLineUnderTest.ganglion;
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
        assertEquals(1, trials.size(), trials.toString());
        JsonNode clean = trials.get(0);
        assertEquals(40, clean.at("/detectors/samples").asInt());
        assertTrue(clean.at("/detectors/macroF1").asDouble() > 0.95, clean.toString());
        assertTrue(clean.at("/linearBaseline/macroF1").asDouble() > 0.5, clean.toString());
    }

    private static Outcome evaluate(Object... more) {
        Object[] words = new Object[more.length + 2];
        words[0] = "evaluate";
        words[1] = folder.resolve("first/model.zip");
        System.arraycopy(more, 0, words, 2, more.length);
        return ganglion(words);
    }

    @Test
    void evaluateGivesTheFiguresOfTraining() throws IOException {
        JsonNode trained = new ObjectMapper()
                .readTree(folder.resolve("first/result.json").toFile())
                .get("trials");

        JsonNode clean = trials(evaluate("--data", file, "--json"));

        assertSameFigures(trained.get(0).get("detectors"), clean.get(0));
        assertEquals(40, clean.get(0).get("decisions").size());
        JsonNode first = clean.get(0).get("decisions").get(0);
        assertEquals(first.get("labels"), first.get("found"), first.toString());
    }

    private static JsonNode trials(Outcome outcome) throws IOException {
        outcome.assertFine();
        return new ObjectMapper().readTree(outcome.out()).get("trials");
    }

    private static void assertSameFigures(JsonNode trained, JsonNode evaluated) {
        for (String figure : new String[] {"samples", "macroF1", "microF1", "allClassesRight", "byClass"}) {
            assertEquals(trained.get(figure), evaluated.get(figure), figure);
        }
    }

    @Test
    void compiledDetectorsFireTheSameSpikes() throws IOException {
        Path scenario = folder.resolve("compiled/scenario.yaml");
        ganglion("compile", folder.resolve("first/model.zip"), "--out", scenario, "--verify", file)
                .assertFine();

        assertTrue(Files.readString(scenario).contains("is above 0"), "how detectors are read");
        ganglion("run", scenario, "--out", folder.resolve("run")).assertFine();
    }
}
