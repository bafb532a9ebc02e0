package ganglion.cli;

import static ganglion.cli.CommandLineUnderTest.ganglion;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ganglion.cli.CommandLineUnderTest.Outcome;
import ganglion.cli.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sounds without labels become decisions, by a model or by a scenario. */
final class SoundEvaluationTest {

    @TempDir
    private static Path folder;

    @BeforeAll
    static void train() throws IOException {
        TinyExperiment tiny = new TinyExperiment(folder);
        for (String name : List.of("numbers", "spikes", "single")) {
            ganglion("train", tiny.file(name + ".yaml"), "--out", folder.resolve(name), "--quiet")
                    .assertFine();
        }
    }

    private static Path model(String name) {
        return folder.resolve(name).resolve("model.zip");
    }

    private static JsonNode json(Outcome outcome) throws IOException {
        outcome.assertFine();
        return new ObjectMapper().readTree(outcome.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"numbers", "spikes", "single"})
    void aModelDecidesForEachSoundOfAFolder(String name) throws IOException {
        JsonNode document = json(ganglion("evaluate", model(name), folder.resolve("test"), "--json"));

        assertEquals("ganglion-classification", document.get("format").asText());
        assertTrue(document.get("complete").asBoolean());
        assertEquals(8, document.get("sounds").size());
        for (JsonNode sound : document.get("sounds")) {
            String right = Path.of(sound.get("sound").asText())
                    .getParent()
                    .getFileName()
                    .toString();
            assertEquals(right, sound.get("class").asText(), sound::toString);
            assertTrue(sound.get("confidence").asDouble() > 0.5, sound::toString);
            assertEquals(0.2, sound.get("soundSeconds").asDouble(), 0.03);
            assertEquals(name.equals("single") ? 1 : 2, sound.get("scores").size());
        }
    }

    /** Sounds last 200 ms: they are as long as the samples that the network was trained on, or shorter, or longer. */
    @ParameterizedTest
    @CsvSource({"spikes, 200 ms", "numbers, 350 ms", "numbers, 150 ms"})
    void aCalibratedModelIsAsSureHereAsInItsEvaluation(String name, String duration) throws IOException {
        Path out = folder.resolve("calibrated-" + name + "-" + duration.replace(' ', '-'));
        ganglion(
                        "train",
                        folder.resolve(name + ".yaml"),
                        "--out",
                        out,
                        "--quiet",
                        "--set",
                        "/training/calibrate=true",
                        "--set",
                        "/features/duration=" + duration)
                .assertFine();
        Path calibrated = out.resolve("model.zip");

        JsonNode evaluated = json(ganglion("evaluate", calibrated, "--data", folder.resolve("test"), "--json"));
        JsonNode classified = json(ganglion("evaluate", calibrated, folder.resolve("test"), "--json"));

        assertTrue(classified.get("calibrated").asBoolean());
        assertTrue(evaluated.at("/trials/0/calibration/expectedError").isNumber(), evaluated::toString);
        Map<String, Double> confidences = new HashMap<>();
        Map<String, String> classes = new HashMap<>();
        for (JsonNode sound : classified.get("sounds")) {
            confidences.put(sound.get("sound").asText(), sound.get("confidence").asDouble());
            classes.put(sound.get("sound").asText(), sound.get("class").asText());
        }
        for (JsonNode decision : evaluated.at("/trials/0/decisions")) {
            String found = confidences.keySet().stream()
                    .filter(sound -> sound.contains(decision.get("name").asText()))
                    .findFirst()
                    .orElseThrow();
            assertEquals(decision.get("confidence").asDouble(), confidences.get(found), 1e-9, found);
            assertEquals(decision.get("decision").asText(), classes.get(found), found);
        }
    }

    @Test
    void aScenarioDecidesAndADecisionIsCosted() throws IOException {
        Path scenario = folder.resolve("compiled");
        Path high = folder.resolve("test/high/test-high-0.wav");
        ganglion("compile", model("spikes"), "--out", scenario, "--audio", folder.resolve("test/low/test-low-0.wav"))
                .assertFine();

        JsonNode heard = json(ganglion(
                        "evaluate", scenario.resolve("scenario.yaml"), high, "--profile", "loihi,stm32l4r5", "--json"))
                .at("/sounds/0");

        assertEquals("high", heard.get("class").asText());
        assertEquals("loihi", heard.at("/devices/0/profile").asText());
        assertTrue(heard.at("/devices/0/joules/active").asDouble() > 0, heard::toString);
        assertTrue(heard.get("firstSpikeSeconds").asDouble() < 0.2, heard::toString);
    }

    @Test
    void aSoundThatCannotBeHeardDoesNotKeepTheOthers() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.wav"), "no sound");
        Path low = folder.resolve("test/low/test-low-1.wav");

        Outcome outcome = ganglion("evaluate", model("spikes"), broken, low);

        assertEquals(ExitCode.BAD_INPUT, outcome.code());
        assertEquals(1, outcome.errorLines().size(), outcome::toString);
        assertTrue(outcome.err().contains("broken.wav"), outcome::err);
        assertTrue(outcome.out().contains("not heard"), outcome::out);
        assertTrue(outcome.out().matches("(?s).*" + low + " +low .*"), outcome::out);
    }

    @Test
    void aFaultOfTheScenarioIsNoFaultOfEachSound() throws IOException {
        Path scenario = folder.resolve("faulty");
        Path low = folder.resolve("test/low/test-low-1.wav");
        ganglion("compile", model("spikes"), "--out", scenario, "--audio", low).assertFine();
        Path weights;
        try (Stream<Path> files = Files.list(scenario)) {
            weights = files.filter(file -> file.toString().endsWith(".h5"))
                    .findFirst()
                    .orElseThrow();
        }
        Files.writeString(weights, "no weights");

        Outcome outcome = ganglion("evaluate", scenario.resolve("scenario.yaml"), low, low);

        assertEquals(ExitCode.BAD_INPUT, outcome.code());
        assertEquals("", outcome.out());
        assertFalse(outcome.err().contains("not heard"), outcome::err);
    }
}
