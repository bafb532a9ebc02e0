package ganglion.scenario.experiment.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.documents.InputException;
import ganglion.learning.data.Performer;
import ganglion.learning.file.ModelFiles;
import ganglion.learning.file.TrainedModel;
import ganglion.learning.model.Model;
import ganglion.scenario.experiment.Classification;
import ganglion.scenario.experiment.ExperimentFolder;
import ganglion.scenario.experiment.ToneNotes;
import ganglion.scenario.experiment.data.Example;
import ganglion.scenario.experiment.format.SavedClassifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which recordings go with a compiled scenario. */
class CompiledClipTest {

    private static final String OF_SOUND = "{duration: 200 ms, frontend: {mel-bands: 12}}";
    private static final String OF_SPIKES = "{step: 2 ms, channels: 6, duration: 40 ms}";

    @TempDir
    private Path temporary;

    private ExperimentFolder folder;

    @BeforeEach
    void makeData() throws IOException {
        folder = new ExperimentFolder(temporary).with("sounds/a").withSpikeLists("spikes", 2, 1);
    }

    private SavedClassifier classifier(String data, String features) throws IOException, InputException {
        Classification experiment = (Classification) folder.read("""
                experiment: e
                data: {training: %s, classes: [a, b]}
                features: %s
                network: {layers: [{kind: dense, outputs: 2}, {kind: leaky, beta: 0.9}]}
                training: {epochs: 1}
                """.formatted(data, features));
        Model model =
                Model.create(experiment.network().input(), experiment.network().layers(), 5);
        Path file = folder.resolve("model.zip");
        ModelFiles.write(
                new TrainedModel(model, List.of("a", "b"), experiment.head().document()), file);
        return SavedClassifier.read(file);
    }

    private SavedClassifier ofSound() throws IOException, InputException {
        return classifier("{kind: folders, path: sounds}", OF_SOUND);
    }

    private static Example example(Path file, String label) {
        return new Example("sample", label, label, file, Optional.empty(), Performer.AS_RECORDED);
    }

    @Test
    void aNamedFileHasTheClassOfItsFolderIfTheModelKnowsIt() throws IOException, InputException {
        Path known = ToneNotes.note(folder.resolve("sounds/a/one.wav"), 300, 0.1);
        Path other = ToneNotes.note(folder.resolve("sounds/c/two.wav"), 300, 0.1);

        assertEquals(
                List.of(new CompiledClip(known, "a"), new CompiledClip(other, "")),
                CompiledClip.choose(ofSound(), List.of(known, other), List.of(example(known, "b"))));
    }

    @Test
    void withoutNamedFilesItIsTheFirstSampleOfEachClass() throws IOException, InputException {
        List<Example> examples =
                List.of(example(Path.of("1.wav"), "b"), example(Path.of("2.wav"), "b"), example(Path.of("3.wav"), "a"));

        assertEquals(
                List.of(new CompiledClip(Path.of("1.wav"), "b"), new CompiledClip(Path.of("3.wav"), "a")),
                CompiledClip.choose(ofSound(), List.of(), examples));
    }

    @Test
    void aMissingFileAndNoRecordingAtAllAreRefused() throws IOException, InputException {
        SavedClassifier classifier = ofSound();
        Path missing = folder.resolve("missing.wav");

        InputException named =
                assertThrows(InputException.class, () -> CompiledClip.choose(classifier, List.of(missing), List.of()));
        InputException none =
                assertThrows(InputException.class, () -> CompiledClip.choose(classifier, List.of(), List.of()));

        assertEquals(
                "--audio: found " + missing + ", but there is no such file, expected a sound file",
                named.problems().get(0).oneLine());
        assertEquals(
                "--audio: found no recording, expected --audio FILE, or --verify DATA with sounds",
                none.problems().get(0).oneLine());
    }

    @Test
    void aModelOfRecordedSpikesTakesNone() throws IOException, InputException {
        SavedClassifier classifier = classifier("{kind: spike-lists, path: spikes}", OF_SPIKES);

        assertEquals(List.of(), CompiledClip.choose(classifier, List.of(folder.resolve("missing.wav")), List.of()));
    }
}
