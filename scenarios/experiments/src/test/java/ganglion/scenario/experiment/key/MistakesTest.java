package ganglion.scenario.experiment.key;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.scenario.experiment.ExperimentFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes in files of each task are reported with line, place, what was found and what was expected. */
class MistakesTest {

    private static final String CLASSIFICATION = """
            experiment: e
            data:
              training: {kind: spike-lists, path: data}
            features: {step: 2 ms, channels: 6, duration: 40 ms}
            network:
              layers:
                - {kind: dense, outputs: 2}
                - {kind: leaky, beta: 0.9}
            training:
              epochs: 3
            """;

    private static final String SOUNDS = CLASSIFICATION
            .replace("spike-lists", "folders")
            .replace("{step: 2 ms, channels: 6, duration: 40 ms}", "{duration: 1 s}");

    private static final String DETECTION = """
            experiment: e
            task: detection
            data:
              training: {kind: folders, path: data}
              test: {kind: folders, path: data}
            features: {duration: 1 s}
            network: {layers: [{kind: dense, outputs: 2}, {kind: leaky, beta: 0.9}]}
            training: {epochs: 3}
            """;

    @TempDir
    private Path temporary;

    private ExperimentFolder folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = new ExperimentFolder(temporary).with("data");
    }

    private void assertMistake(String whole, String right, String wrong, String expected) throws IOException {
        String text = whole.replace(right, wrong);
        assertNotEquals(whole, text, right + " is not in the text");

        assertEquals(List.of(expected), folder.problems(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "experiment: e|experiment: 1e|1 /experiment: found \"1e\", expected a name of letters, digits, _, - and ., starting with a letter",
                "path: data|path: dato|3 /data/training/path: found \"dato\", but there is no such folder",
                "path: data|path: data, label: x|3 /data/training/label: found the unknown key \"label\", expected one of kind, path, names, without, most-per-class, origin",
                "spike-lists|spikes|3 /data/training/kind: found \"spikes\", expected one of folders, notes, table, heidelberg, spike-lists",
                "path: data|path: data, most-per-class: 0|3 /data/training/most-per-class: found 0, expected at least 1",
                "step: 2 ms, |''|4 /features: found \"channels\" without step, expected both",
                "channels: 6, |''|4 /features: found \"step\" without channels, expected both",
                "step: 2 ms|step: 2 s|4 /features: found steps of 2.0 s, expected 1 ns to 1 s",
                "step: 2 ms|step: 2|4 /features/step: found 2, expected a time such as 2 ms (s, ms, us, ns, ps)",
                "step: 2 ms|as: drive, step: 2 ms|4 /features/as: found a key that does not go with \"step\", expected one or the other",
                "duration: 40 ms|duration: 0 ms|4 /features/duration: found 0 steps, expected 1 to 1000000",
                "outputs: 2|outputs: 0|7 /network/layers/0/outputs: found 0, expected at least 1",
                "outputs: 2|output: 2|7 /network/layers/0/output: found the unknown key \"output\", expected one of kind, outputs, bias, delays, did you mean \"outputs\"?",
                "outputs: 2|outputs: 2, delays: {}|7 /network/layers/0/delays: found neither longest nor profile, expected the longest delay in steps, or the profile of a chip",
                "outputs: 2|outputs: 2, delays: {longest: 0}|7 /network/layers/0/delays/longest: found 0, expected at least 1",
                "outputs: 2|outputs: 2, delays: {longest: 62, profile: loihi}|7 /network/layers/0/delays/longest: found 62, expected 61 or less: the longest delay of loihi is 62 ticks, and a synapse takes one tick more than its delay",
                "outputs: 2|outputs: 2, delays: {longest: 5, profile: xylo-audio-2}|7 /network/layers/0/delays/profile: found xylo-audio-2, which delays no spike by more than one tick; expected a profile that has one, or \"longest\" alone",
                "outputs: 2|outputs: 2, delays: {longest: 5, profile: lohi}|7 /network/layers/0/delays/profile: found no profile of that name, expected a name of",
                "outputs: 2|outputs: 2, delays: {longest: 5, width: {from: 1, to: 2}}|7 /network/layers/0/delays/width: found a width from 1.0 to 2.0, expected one that does not grow",
                "outputs: 2}|outputs: 2000, delays: {longest: 9999}}|7 /network/layers/0: found 120000000 shares of spreads so far, synapses times the steps over which each spreads a spike in the first epoch; expected 100000000 or fewer, by fewer synapses, a shorter ",
                "{kind: dense, outputs: 2}|'{kind: flatten}\n    - {kind: dense, outputs: 2, delays: {longest: 5}}'|8 /network/layers/1: found delays of synapses that no spikes reach, expected the layer first, or directly behind a layer of neurons",
                "{kind: dense, outputs: 2}|'{kind: dense, outputs: 3}\n    - {kind: dense, outputs: 2, delays: {longest: 5}}'|8 /network/layers/1: found delays of synapses that no spikes reach, expected the layer first, or directly behind a layer of neurons",
                "kind: leaky, beta: 0.9|kind: flatten|8 /network/layers/1: found no neurons in the last layer, expected some",
                "beta: 0.9|beta: {learned: true}|8 /network/layers/1/beta: found no \"initial\", which is required",
                "beta: 0.9|beta: much|8 /network/layers/1/beta: found \"much\", expected a number, or how it starts and is learned",
                "beta: 0.9|beta: 0.9, surrogate: {kind: sigma}|8 /network/layers/1/surrogate/kind: found \"sigma\", expected one of fast-sigmoid, sigmoid, exponential, double-gaussian, arc-tangent, straight-through",
                "epochs: 3|epochs: three|10 /training/epochs: found \"three\", expected a whole number from 1 to 1000000",
                "epochs: 3|'epochs: 3, 4'|10 /training/epochs: found \"3, 4\", expected a whole number from 1 to 1000000",
                "training: {kind|testing: {kind|3 /data/testing: found the unknown key \"testing\", expected one of training, validation, hold-out, breath, test, classes",
            })
    void inAClassification(String right, String wrong, String expected) throws IOException {
        String text = CLASSIFICATION.replace(right, wrong);
        assertNotEquals(CLASSIFICATION, text, right + " is not in the text");

        List<String> problems = folder.problems(text);

        assertTrue(problems.stream().anyMatch(problem -> problem.startsWith(expected)), problems::toString);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "batch: 0|found 0, expected at least 1|/training/batch",
                "patience: -1|found -1, expected at least 0|/training/patience",
                "largest-gradient: 0|found 0, expected more than 0|/training/largest-gradient",
                "read-out: spikes|found \"spikes\", expected one of spike-count, first-spike, mean-membrane, max-membrane|/training/read-out",
                "select: accurate|found \"accurate\", expected one of accuracy, loss, did you mean \"accuracy\"?|/training/select",
                "schedule: {kind: steps}|found no \"every\", which is required|/training/schedule",
                "optimiser: {kind: sgd, beta1: 0.9}|found the unknown key \"beta1\", expected one of kind, learning-rate, momentum, weight-decay|/training/optimiser/beta1",
                "optimiser: {kind: adam, beta1: 1}|found 1, expected less than 1|/training/optimiser/beta1",
                "loss: {kind: hinge}|found \"hinge\", expected one of cross-entropy-rate, cross-entropy-count, cross-entropy-max-membrane, cross-entropy-mean-membrane, squared-count, squared-rate, squared-membrane, windowed-error|/training/loss/kind",
                "penalty: {free-rate: 2}|found 2, expected at most 1|/training/penalty/free-rate",
                "weights: {bits: 1}|found 1, expected at least 2|/training/weights/bits",
                "weights: {profile: loihi, bits: 8}|found a key that does not go with \"profile\", expected one or the other|/training/weights/bits",
            })
    void inATraining(String line, String expected, String pointer) throws IOException {
        assertEquals(List.of("11 " + pointer + ": " + expected), folder.problems(CLASSIFICATION + "  " + line + "\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{gain-db: [1]}|11 /augmentation/gain-db: found a list of 1 element, expected at least 2 elements",
                "{gain-db: [0, 201]}|11 /augmentation/gain-db/1: found 201, expected at most 200",
                "{noise: {share: 0.5}}|11 /augmentation/noise: found no \"ratio-db\", which is required",
                "{noise: {ratio-db: [1, 2], folder: gone}}|11 /augmentation/noise/folder: found \"gone\", but there is no such folder",
                "{shift: 5}|11 /augmentation/shift: found 5, expected a time such as 2 ms (s, ms, us, ns, ps)",
                "{versions: -1}|11 /augmentation/versions: found -1, expected at least 0",
                "{stretch: 0.6}|11 /augmentation/stretch: found 0.6, expected at most 0.5",
                "{spectrum: {tilt-db: -1}}|11 /augmentation/spectrum/tilt-db: found -1, expected at least 0",
                "{spectrum: {tilt-db: 1}}|11 /augmentation/spectrum: found changes of spectra, expected none, as no contour is heard",
            })
    void inAnAugmentation(String augmentation, String expected) throws IOException {
        List<String> problems = folder.problems(SOUNDS + "augmentation: " + augmentation + "\n");

        assertTrue(problems.size() == 1 && problems.get(0).startsWith(expected), problems::toString);
    }

    @Test
    void recordedSpikesAreNotAugmented() throws IOException {
        assertEquals(
                List.of(
                        "11 /augmentation: found changes of sounds, expected none, because samples are recorded spikes"),
                folder.problems(CLASSIFICATION + "augmentation: {gain-db: [0, 1]}\n"));
    }

    @Test
    void soundsNeedFeaturesOfSounds() throws IOException {
        assertMistake(
                SOUNDS,
                "kind: folders",
                "kind: spike-lists",
                "3 /data/training: found recorded spikes, expected sounds, or \"step\" and \"channels\" in /features");
    }

    @Test
    void aHoldOutDoesNotGoWithAValidationSet() throws IOException {
        assertMistake(
                CLASSIFICATION,
                "path: data}",
                "path: data}\n  hold-out: {}\n  validation: {kind: spike-lists, path: data}",
                "5 /data/validation: found a key that does not go with \"hold-out\", expected one or the other");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "training: {epochs: 3}|training: {epochs: 3, loss: {kind: squared-rate}}|8 /training/loss: found the unknown key \"loss\", expected one of epochs, batch, penalty, optimiser, schedule, largest-gradient, weights, fit-threshold",
                "features: {duration: 1 s}|features: {step: 2 ms, channels: 6, duration: 40 ms}|6 /features: found recorded spikes, expected features of sounds, because notes are mixed",
                "test: {kind: folders|test: {kind: spike-lists|5 /data/test/kind: found \"spike-lists\", expected one of folders, notes, table",
            })
    void inADetection(String right, String wrong, String expected) throws IOException {
        assertMistake(DETECTION, right.replace("\\n", "\n"), wrong.replace("\\n", "\n"), expected);
    }

    @Test
    void aMixtureHasAtMost31Notes() throws IOException {
        assertMistake(
                DETECTION,
                "features:",
                "  mixtures: {most-notes: 32}\nfeatures:",
                "6 /data/mixtures/most-notes: found 32, expected at most 31");
    }

    @Test
    void neighbouringChannelsOfAnInputAreChannels() throws IOException {
        assertMistake(
                CLASSIFICATION,
                "channels: 6,",
                "channels: 6, channels-per-input: 7,",
                "4 /features/channels-per-input: found 7, expected at most the 6 channels");
    }

    @Test
    void dataThatAreNotThereAreAMistakeUnlessTheirOriginIsSaid() throws IOException {
        assertMistake(
                CLASSIFICATION,
                "path: data",
                "path: data, without: [list.txt]",
                "3 /data/training/without: found \"list.txt\", but there is no such file");
        assertDoesNotThrow(() -> folder.read(CLASSIFICATION.replace("path: data", "path: gone, origin: a shop")));
    }
}
