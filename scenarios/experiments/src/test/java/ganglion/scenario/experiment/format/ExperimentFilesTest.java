package ganglion.scenario.experiment.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.learning.data.HearingSettings.HeardAs;
import ganglion.scenario.experiment.Classification;
import ganglion.scenario.experiment.DataSource;
import ganglion.scenario.experiment.Features;
import ganglion.scenario.model.ScenarioOverrides;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExperimentFilesTest {

    private static final String WHOLE = """
            experiment: words
            seed: 3
            data:
              training: {kind: notes, path: notes, label: word, group: voice}
              hold-out: {share: 0.25, seed: 9}
              test: {kind: folders, path: folders, most-per-class: 7}
              classes: [no, yes]
            features:
              as: drive-and-cepstrum
              frontend: {hop: 10 ms, mel-bands: 40}
              coefficients: 8
              duration: 1 s
            augmentation:
              gain-db: [-20, 0]
              noise: {folder: folders, ratio-db: [5, 20], share: 0.5}
              shift: 50 ms
            network:
              input: [1, 1, 48]
              layers:
                - {kind: convolution, channels: 4, width: 5, padding-width: 2}
                - {kind: batch-normalisation, threshold: 0.5}
                - {kind: leaky, beta: {initial: 0.9, learned: true, per-neuron: true}, reset: zero, recurrence: all-to-all,
                   surrogate: {kind: arc-tangent, width: 3}}
                - {kind: dense, outputs: 2, bias: false}
                - {kind: integrator, beta: 0.95}
            training:
              epochs: 30
              batch: 8
              loss: {kind: cross-entropy-mean-membrane}
              penalty: {per-spike: 0.001}
              optimiser: {kind: nadam, learning-rate: 0.01, weight-decay: 0.1}
              schedule: {kind: cosine, warm-up: 5}
              largest-gradient: 2
              read-out: mean-membrane
              balance: repeat-few
              select: loss
              patience: 6
              weights: {bits: 8, fan-in: 64}
            """;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void makeFolders() throws IOException {
        Files.createDirectories(folder.resolve("notes"));
        Files.createDirectories(folder.resolve("folders"));
        file = folder.resolve("words.yaml");
    }

    private Classification read(String text, Map<String, String> settings) throws IOException, InputException {
        Files.writeString(file, text);
        ScenarioOverrides overrides = new ScenarioOverrides(settings, OptionalLong.empty(), List.of(), false);
        return (Classification) ExperimentFiles.read(file, overrides);
    }

    @Test
    void everythingThatIsWrittenIsRead() throws IOException, InputException {
        Classification experiment = read(WHOLE, Map.of());

        assertEquals("words", experiment.head().name());
        assertEquals(DataSource.Kind.NOTES, experiment.data().training().kind());
        assertEquals("voice", experiment.data().training().group());
        assertEquals(9, experiment.data().holdOut().orElseThrow().seed());
        assertEquals(7, experiment.data().test().orElseThrow().mostPerClass());
        Features.Heard heard = assertInstanceOf(Features.Heard.class, experiment.features());
        assertEquals(HeardAs.NUMBERS_AND_CEPSTRUM, heard.settings().heardAs());
        assertEquals(100, heard.steps());
        assertEquals(48, heard.inputs());
        assertEquals(-20, experiment.augmentation().changes().lowestGainDecibels());
        assertEquals(0.5, experiment.augmentation().changes().noise().share());
        assertEquals(0.05, experiment.augmentation().changes().largestShiftSeconds());
        assertTrue(experiment.augmentation().noiseFolder().isPresent());
    }

    @Test
    void stretchIsThatOfTheLearner() throws IOException, InputException {
        String text = WHOLE.replace("shift: 50 ms", "shift: 50 ms\n  stretch: 0.2");

        Classification experiment = read(text, Map.of());

        assertEquals(0.2, experiment.augmentation().changes().largestStretch());
        assertEquals(3, experiment.augmentation().changes().seed());
    }

    @Test
    void theCommandLineChangesWhatTheFileSays() throws IOException, InputException {
        Classification experiment = read(WHOLE, Map.of("/training/epochs", "2", "/seed", "11"));

        assertEquals(2, experiment.training().epochs());
        assertEquals(11, experiment.head().seed());
        assertTrue(experiment.head().document().contains("\"epochs\" : 2"), "the document is the one that was used");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "path: notes|path: gone|/data/training/path: found \"gone\", but there is no such folder",
                "path: notes|path: ../x|/data/training/path: found \"../x\", which leaves the folder of this file",
                "duration: 1 s|duration: 15 ms|/features/duration: found \"15 ms\", expected a multiple of the tick",
                "coefficients: 8|coefficients: 41|/features: found 41 cepstral coefficients, expected 1 to 40",
                "input: [1, 1, 48]|input: [1, 1, 47]|/network/input: found a shape of 47 values, expected 48",
                "width: 5,|width: 500,|/network/layers/0: a window of 1 x 500",
                "outputs: 2, bias|outputs: 3, bias|/network/layers: found 3 outputs for 2 classes, expected one for each",
                "outputs: 2, bias|outputs: 1, bias|/training/loss: found a loss for an output per class and a network of one output",
                "kind: dense|kind: dance|/network/layers/3/kind: found \"dance\", expected one of dense, gain",
                "epochs: 30|epochs: 0|/training/epochs: found 0, expected at least 1",
                "learning-rate: 0.01|learning-rate: 0|/training/optimiser/learning-rate: found 0, expected more than 0",
                "bits: 8, fan-in: 64|profile: loihy|/training/weights/profile: ",
                "shift: 50 ms|stretch: 0.6|/augmentation/stretch: found 0.6, expected at most 0.5",
                "balance: repeat-few|balance: repeat|/training/balance: found \"repeat\", expected one of",
                "gain-db: [-20, 0]|gain-db: [0, -20]|/augmentation: an augmentation by 0.0 to -20.0 dB of gain",
                "seed: 3|sead: 3|/sead: found the unknown key \"sead\"",
            })
    void aMistakeIsToldWithItsPlace(String right, String wrong, String expected) {
        String text = WHOLE.replace(right, wrong);
        assertFalse(text.equals(WHOLE), right + " is not in the text");

        InputException refusal = assertThrows(InputException.class, () -> read(text, Map.of()));

        List<String> lines = refusal.problems().stream().map(Problem::oneLine).toList();
        assertTrue(lines.stream().anyMatch(line -> line.contains(expected)), lines::toString);
        assertTrue(lines.get(0).startsWith(file + ":"), lines.get(0));
    }

    @Test
    void anUnknownTaskIsRefusedAndNothingElseOfItsFile() {
        String text = WHOLE.replace("experiment: words", "experiment: words\ntask: melody\ntune: 1");

        InputException refusal = assertThrows(InputException.class, () -> read(text, Map.of()));

        assertEquals(1, refusal.problems().size(), refusal::getMessage);
        assertTrue(refusal.getMessage().contains("/task: found \"melody\", expected one of "), refusal.getMessage());
    }

    @Test
    void recordedSpikesNeedRecordedSpikes() {
        String text = WHOLE.replaceAll("(?s)features:.*augmentation:.*network:", """
                features: {step: 10 ms, channels: 48, duration: 1 s}
                network:""");

        InputException refusal = assertThrows(InputException.class, () -> read(text, Map.of()));

        assertTrue(refusal.getMessage().contains("/data/training: found sounds, expected recorded spikes"));
    }

    @Test
    void aNetworkThatIsTooLargeIsRefusedBeforeItIsMade() {
        String text = WHOLE.replace("{kind: dense, outputs: 2, bias: false}", "{kind: dense, outputs: 1000000}");

        InputException refusal = assertThrows(InputException.class, () -> read(text, Map.of()));

        assertTrue(refusal.getMessage().contains("/network/layers/3: found more than 100000000 weights"));
    }

    @Test
    void tellsExperimentsFromScenarios() throws IOException {
        Path scenario = Files.writeString(folder.resolve("s.yaml"), "scenario: s\n");
        Files.writeString(file, WHOLE);

        assertTrue(ExperimentFiles.isExperiment(file));
        assertFalse(ExperimentFiles.isExperiment(scenario));
        assertFalse(ExperimentFiles.isExperiment(folder.resolve("gone.yaml")));
    }
}
