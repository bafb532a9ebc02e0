package ganglion.scenario.experiment.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.InputException;
import ganglion.learning.file.ModelFiles;
import ganglion.learning.file.TrainedModel;
import ganglion.learning.model.Dense;
import ganglion.learning.model.LayerShape;
import ganglion.learning.model.Model;
import ganglion.learning.model.Neurons;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Model files are untrusted: what does not fit together is refused with the name of the file. */
class SavedClassifierTest {

    private static final String EXPERIMENT = """
            {"experiment": "e", "task": "classification", "seed": 6,
             "data": {"training": {"kind": "spike-lists", "path": "gone"}},
             "features": {"step": "2 ms", "channels": 6, "duration": "40 ms"},
             "network": {"layers": [{"kind": "dense", "outputs": 2}, {"kind": "leaky", "beta": 0.9}]},
             "training": {"epochs": 1, "batch": 5}}
            """;

    private static final String DETECTION = """
            {"experiment": "e", "task": "detection",
             "data": {"training": {"kind": "folders", "path": "gone"}, "test": {"kind": "folders", "path": "gone"}},
             "features": {"step": "2 ms", "channels": 6, "duration": "40 ms"},
             "network": {"layers": [{"kind": "dense", "outputs": 2}, {"kind": "integrator", "beta": 0.9}]},
             "training": {"epochs": 1}}
            """;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("model.zip");
    }

    private void write(int inputs, int outputs, List<String> classes, String experiment) throws IOException {
        Model model = Model.create(LayerShape.of(inputs), List.of(new Dense(outputs, true), Neurons.leaky(0.9)), 1);
        ModelFiles.write(new TrainedModel(model, classes, experiment), file);
    }

    private String refusal() {
        InputException refusal = assertThrows(InputException.class, () -> SavedClassifier.read(file));
        assertTrue(refusal.getMessage().contains("model.zip"), refusal.getMessage());
        return refusal.problems().get(0).message();
    }

    @Test
    void aModelIsReadWhereverItsDataAre() throws IOException, InputException {
        write(6, 2, List.of("a", "b"), EXPERIMENT);

        TrainedClassifier classifier = TrainedClassifier.read(file);

        assertEquals("e", classifier.name());
        assertEquals(6, classifier.seed());
        assertEquals(5, classifier.training().batchSize());
        assertEquals(20, classifier.features().steps());
        assertEquals("", classifier.label());
    }

    @Test
    void oneOutputIsEnoughForTwoClasses() throws IOException, InputException {
        write(6, 1, List.of("no", "yes"), EXPERIMENT);

        assertEquals(List.of("no", "yes"), SavedClassifier.read(file).classes());
    }

    @Test
    void aModelWithoutItsExperimentIsRefused() throws IOException {
        write(6, 2, List.of("a", "b"), "");

        assertEquals("found a model without its experiment, expected one that ganglion train wrote", refusal());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5|2|found a model with 5 inputs, expected 6 as its features",
                "6|3|found 2 names of classes, expected one for each of 3 outputs",
            })
    void aModelThatDoesNotFitItsExperimentIsRefused(int inputs, int outputs, String expected) throws IOException {
        write(inputs, outputs, List.of("a", "b"), EXPERIMENT);

        assertEquals(expected, refusal());
    }

    @Test
    void detectorsOfRecordedSpikesAreRefused() throws IOException {
        write(6, 2, List.of("a", "b"), DETECTION);

        assertEquals("found detectors of recorded spikes, expected sounds, which are mixed", refusal());
    }

    @Test
    void aMistakeInTheExperimentIsReportedAtItsPlace() throws IOException {
        write(6, 2, List.of("a", "b"), EXPERIMENT.replace("\"channels\": 6", "\"channels\": 0"));

        InputException refusal = assertThrows(InputException.class, () -> SavedClassifier.read(file));

        assertEquals("/features/channels", refusal.problems().get(0).pointer());
        assertEquals("found 0, expected at least 1", refusal.problems().get(0).message());
    }

    @Test
    void anExperimentThatIsNoJsonIsRefused() throws IOException {
        write(6, 2, List.of("a", "b"), "{\"experiment\": ");

        assertThrows(InputException.class, () -> SavedClassifier.read(file));
    }
}
