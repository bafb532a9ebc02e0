package ganglion.scenario.experiment.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import ganglion.documents.InputException;
import ganglion.learning.loss.Loss.CrossEntropyCount;
import ganglion.learning.model.Dense;
import ganglion.learning.model.LayerShape;
import ganglion.learning.model.Model;
import ganglion.learning.model.Neurons;
import ganglion.learning.sample.Sample;
import ganglion.learning.sample.SpikeInput;
import ganglion.learning.train.DataSet;
import ganglion.learning.train.Trainer;
import ganglion.learning.train.Trainer.TrainingListener;
import ganglion.learning.train.Trainer.TrainingState;
import ganglion.learning.train.TrainingPlan;
import ganglion.scenario.experiment.ExperimentHead;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checkpoints are written and read back, and belong to one experiment and seed. */
class TrainingCheckpointsTest {

    private static final String DOCUMENT =
            "{\"network\": 1, \"training\": {\"epochs\": 2, \"patience\": 1, \"batch\": 4}}";
    private static final List<String> CLASSES = List.of("a", "b");

    @TempDir
    private Path folder;

    private static TrainingCheckpoints checkpoints(long seed, String document) {
        return new TrainingCheckpoints(
                new ExperimentHead(Path.of("e.yaml"), null, "tones", "classification", "", seed, document));
    }

    private static TrainingState state() {
        List<Sample> samples = List.of(
                new Sample(new SpikeInput(2, new int[] {0, 1, 1}, new int[] {0}), 0),
                new Sample(new SpikeInput(2, new int[] {0, 1, 1}, new int[] {1}), 1));
        Model model = Model.create(LayerShape.of(2), List.of(new Dense(2, true), Neurons.leaky(0.9)), 1);
        return new Trainer(
                        TrainingPlan.of(1, 1, 2, new CrossEntropyCount()),
                        DataSet.of(samples),
                        DataSet.of(List.of()),
                        TrainingListener.NONE)
                .train(model)
                .state();
    }

    private static ArrayNode epochs() {
        ArrayNode epochs = JsonNodeFactory.instance.arrayNode();
        epochs.addObject().put("epoch", 1).put("trainingLoss", 0.5);
        return epochs;
    }

    private Path written(long seed) {
        Path file = folder.resolve("checkpoint.zip");
        checkpoints(seed, DOCUMENT).write(state(), CLASSES, epochs(), file);
        return file;
    }

    private static void assertRefused(TrainingCheckpoints checkpoints, Path file, String expected) {
        InputException refusal = assertThrows(InputException.class, () -> checkpoints.read(file));

        assertEquals(file + ": " + expected, refusal.getMessage());
    }

    @Test
    void aCheckpointHasTheStateAndTheCurves() throws InputException {
        TrainingCheckpoints.Checkpoint read = checkpoints(3, DOCUMENT).read(written(3));

        assertEquals(1, read.state().epochsDone());
        assertEquals(epochs(), read.epochs());
        assertArrayEquals(
                state().model().parameter(0, "weight").values(),
                read.state().model().parameter(0, "weight").values());
    }

    @Test
    void epochsAndPatienceMayDiffer() throws InputException {
        String longer = DOCUMENT.replace("\"epochs\": 2, \"patience\": 1", "\"epochs\": 50");

        assertEquals(1, checkpoints(3, longer).read(written(3)).epochs().size());
    }

    @Test
    void anyOtherKeyMakesItAnotherExperiment() {
        String expected = "found a checkpoint of another experiment or seed, expected one of tones";

        assertRefused(checkpoints(3, DOCUMENT.replace("4", "5")), written(3), expected);
        assertRefused(checkpoints(3, DOCUMENT.replace("\"network\": 1", "\"network\": 2")), written(3), expected);
        assertRefused(checkpoints(4, DOCUMENT), written(3), expected);
    }

    @Test
    void aFileThatIsGoneOrDamagedIsRefusedWithItsName() throws IOException {
        Path damaged = Files.writeString(folder.resolve("damaged.zip"), "PK nothing");

        for (Path file : List.of(folder.resolve("gone.zip"), damaged, folder)) {
            InputException refusal = assertThrows(
                    InputException.class, () -> checkpoints(3, DOCUMENT).read(file));
            assertTrue(refusal.getMessage().startsWith(file + ": "), refusal.getMessage());
        }
    }

    @Test
    void aFileInThePlaceOfTheFolderCannotBeWrittenTo() throws IOException {
        Path file = Files.createFile(folder.resolve("file")).resolve("checkpoint.zip");
        TrainingState state = state();

        assertThrows(UncheckedIOException.class, () -> checkpoints(3, DOCUMENT).write(state, CLASSES, epochs(), file));
    }

    @Test
    void aLaterCheckpointReplacesTheEarlier() throws InputException {
        Path file = written(3);
        ArrayNode more = epochs();
        more.addObject().put("epoch", 2);

        checkpoints(3, DOCUMENT).write(state(), CLASSES, more, file);

        assertEquals(2, checkpoints(3, DOCUMENT).read(file).epochs().size());
    }
}
