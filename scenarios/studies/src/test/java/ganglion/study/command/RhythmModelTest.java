package ganglion.study.command;

import static ganglion.cli.CommandLineUnderTest.ganglion;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ganglion.cli.CommandLineUnderTest.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The model of a rhythm is a network on the train itself, for every command that takes models. */
final class RhythmModelTest {

    @TempDir
    private Path folder;

    private Path experiment() throws IOException {
        return Files.writeString(folder.resolve("rhythm.yaml"), """
                experiment: rhythm
                task: rhythm
                trains: {ticks: 120, training: 300, test: 40}
                seed: 3
                epochs: 3
                """);
    }

    private static JsonNode json(Path file) throws IOException {
        return new ObjectMapper().readTree(file.toFile());
    }

    @ParameterizedTest
    @ValueSource(strings = {"front=delays", "hidden=6", "front=time-constants"})
    void theSavedModelDecidesTheTestTrainsAsTheTrainingSays(String setting) throws IOException {
        Path out = folder.resolve("out");
        Path experiment = experiment();
        ganglion("train", experiment, "--quiet", "--set", "/" + setting, "--out", out)
                .assertFine();

        Outcome evaluated = ganglion("evaluate", out.resolve("model.zip"), "--data", experiment, "--json");

        evaluated.assertFine();
        JsonNode trial = new ObjectMapper().readTree(evaluated.out()).at("/trials/0");
        assertEquals(json(out.resolve("result.json")).at("/test/accuracy"), trial.path("accuracy"), evaluated.out());
    }

    @Test
    void theSimulatorFiresTheSpikesOfTheSavedModel() throws IOException {
        Path out = folder.resolve("out");
        Path experiment = experiment();
        ganglion("train", experiment, "--quiet", "--set", "/hidden=6", "--out", out)
                .assertFine();

        Outcome compiled = ganglion(
                "compile", out.resolve("model.zip"), "--out", folder.resolve("detector"), "--verify", experiment);

        compiled.assertFine();
        assertTrue(compiled.out().contains("compared 40 samples with "), compiled::out);
        assertTrue(compiled.out().contains("all the same"), compiled::out);
    }

    /** A user's own trains are lists of spikes. */
    @Test
    void trainsFromFilesAreDecided() throws IOException {
        Path out = folder.resolve("out");
        ganglion("train", experiment(), "--quiet", "--out", out).assertFine();
        Path list = folder.resolve("trains/rhythm/one.csv");
        Files.createDirectories(list.getParent());
        Files.writeString(list, "time,neuron\n25 ms,0\n50 ms,0\n90 ms,0\n145 ms,0\n");

        ganglion("evaluate", out.resolve("model.zip"), "--data", folder.resolve("trains"))
                .assertFine();
    }
}
