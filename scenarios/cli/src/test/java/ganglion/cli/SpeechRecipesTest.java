package ganglion.cli;

import static ganglion.cli.CommandLineUnderTest.ganglion;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ganglion.cli.CommandLineUnderTest.Outcome;
import ganglion.cli.terminal.ExitCode;
import ganglion.learning.data.RecordingsWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The recipes for the public sets of spoken words, on tiny sets of the same layouts. */
final class SpeechRecipesTest {

    private static final Path RECIPES = Path.of("..", "gallery", "spiking-speech");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"shd.yaml", "ssc.yaml", "gsc.yaml", "stand-in.yaml", "stand-in-recurrent-lif.yaml"})
    void everyRecipeIsValidWithoutItsData(String recipe) {
        ganglion("validate", RECIPES.resolve(recipe)).assertFine();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shd", "ssc"})
    void missingDataAreReportedWithTheirOrigin(String recipe) {
        ganglion("train", RECIPES.resolve(recipe + ".yaml"), "--out", folder.resolve("out"))
                .assertRefusedInOneLine(
                        "/data/training",
                        recipe + "_train.h5",
                        "it can be had from https://zenkelab.org/datasets/" + recipe + "_train.h5.zip");
    }

    private Path recordings(String name, int classes, int firstSpeaker, int speakers) throws IOException {
        Path file = folder.resolve(name);
        Random random = new Random(firstSpeaker);
        try (RecordingsWriter writer = new RecordingsWriter(file)) {
            for (int speaker = firstSpeaker; speaker < firstSpeaker + speakers; speaker++) {
                for (int label = 0; label < classes; label++) {
                    int first = label * 20;
                    writer.add(
                            random.doubles(40, 0, 0.9).toArray(),
                            random.ints(40, first, first + 20).asDoubleStream().toArray(),
                            label,
                            speaker);
                }
            }
            writer.finish(IntStream.range(0, classes).mapToObj(c -> "word-" + c).toList());
        }
        return file;
    }

    private JsonNode train(String recipe, List<String> settings) throws IOException {
        Outcome outcome = ganglion(Stream.concat(
                        Stream.of(
                                (Object) "train",
                                RECIPES.resolve(recipe),
                                "--json",
                                "--epochs=1",
                                "--out=" + folder.resolve("out")),
                        settings.stream().flatMap(setting -> Stream.of("--set", setting)))
                .toArray());
        assertEquals(ExitCode.FINE, outcome.code(), outcome.err());
        return new ObjectMapper().readTree(outcome.out());
    }

    private static int samples(JsonNode result, String part) {
        return result.at("/data/" + part + "/samples").asInt();
    }

    @Test
    void heidelbergDigitsAreValidatedBySpeakersHeldOut() throws IOException {
        Path training = recordings("shd_train.h5", 20, 0, 10);
        Path test = recordings("shd_test.h5", 20, 10, 2);

        JsonNode result = train(
                "shd.yaml",
                List.of(
                        "/data/training/path=" + training,
                        "/data/test/path=" + test,
                        "/network/layers/0/outputs=16",
                        "/network/layers/2/outputs=16"));

        assertEquals(160, samples(result, "training"));
        assertEquals(40, samples(result, "validation"));
        assertEquals(40, samples(result, "test"));
    }

    @Test
    void soundsOfSpeakersBecomeOneFile() throws IOException {
        for (String speaker : List.of("3", "8")) {
            for (String word : List.of("a", "b")) {
                Path sound = folder.resolve("sounds/" + word + "/" + speaker + "/0.wav");
                Files.createDirectories(sound.getParent());
                SoundFile.tone(sound, 0.2, 16_000, 16, 1);
            }
        }
        Path file = folder.resolve("heard.h5");

        Outcome heard = ganglion("hear", folder.resolve("sounds"), "--recordings", file, "--json");

        assertEquals(ExitCode.FINE, heard.code(), heard::toString);
        JsonNode document = new ObjectMapper().readTree(heard.out());
        assertEquals(4, document.get("samples").asInt());
        assertEquals(2, document.get("speakers").asInt());
        assertEquals("b", document.at("/classes/1").asText());
        assertTrue(document.get("spikes").asInt() > 50, heard::toString);
        assertTrue(Files.size(file) > 1000);
    }
}
