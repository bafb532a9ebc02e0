package ganglion.scenario.experiment.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import ganglion.learning.train.Trainer.EpochReport;
import ganglion.learning.train.Trainer.TrainingListener;
import ganglion.learning.train.Trainer.TrainingState;
import ganglion.learning.train.TrainingPlan;
import ganglion.scenario.experiment.ExperimentHead;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import ganglion.scenario.experiment.outcome.TrainingSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checkpoints are written and read back, and belong to one experiment and seed. */
class TrainingLogTest {

    private static final String DOCUMENT =
            "{\"network\": 1, \"training\": {\"epochs\": 2, \"patience\": 1, \"batch\": 4}}";
    private static final List<String> CLASSES = List.of("a", "b");

    @TempDir
    private Path folder;

    private static TrainingLog log(long seed, String document) {
        ExperimentHead head =
                new ExperimentHead(Path.of("e.yaml"), null, "tones", "classification", "", seed, document);
        TrainingSettings settings = new TrainingSettings(1, Optional.empty(), Optional.empty());
        return new TrainingLog(head, 2, CLASSES, settings, new TrainingProgress() {}) {
            @Override
            ObjectNode figures(EpochReport report) {
                return JsonNodeFactory.instance.objectNode().put("epoch", report.epoch() + 1);
            }

            @Override
            String text(EpochReport report) {
                return "";
            }
        };
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

    /** A checkpoint after some epochs. */
    private Path written(long seed, int epochs) {
        TrainingLog log = log(seed, DOCUMENT);
        for (int epoch = 0; epoch < epochs; epoch++) {
            log.epochDone(
                    new EpochReport(epoch, 0.1, 0.5, 0.5, Optional.empty(), List.of(), 1, 1, false, List.of()),
                    state());
        }
        Path file = folder.resolve("checkpoint.zip");
        log.write(state(), file);
        return file;
    }

    private static void assertRefused(TrainingLog log, Path file) {
        InputException refusal = assertThrows(InputException.class, () -> log.read(file));

        assertEquals(
                file + ": found a checkpoint of another experiment or seed, expected one of tones",
                refusal.getMessage());
    }

    @Test
    void aCheckpointHasTheStateAndTheCurves() throws InputException {
        TrainingLog log = log(3, DOCUMENT);
        TrainingState read = log.read(written(3, 1));

        assertEquals(1, read.epochsDone());
        assertEquals("[{\"epoch\":1}]", log.epochs().toString());
        assertArrayEquals(
                state().model().parameter(0, "weight").values(),
                read.model().parameter(0, "weight").values());
    }

    @Test
    void epochsAndPatienceMayDiffer() throws InputException {
        TrainingLog longer = log(3, DOCUMENT.replace("\"epochs\": 2, \"patience\": 1", "\"epochs\": 50"));
        longer.read(written(3, 1));

        assertEquals(1, longer.epochs().size());
    }

    @Test
    void anyOtherKeyMakesItAnotherExperiment() {
        assertRefused(log(3, DOCUMENT.replace("4", "5")), written(3, 1));
        assertRefused(log(3, DOCUMENT.replace("\"network\": 1", "\"network\": 2")), written(3, 1));
        assertRefused(log(4, DOCUMENT), written(3, 1));
    }

    @Test
    void aFileThatIsGoneOrDamagedIsRefusedWithItsName() throws IOException {
        Path damaged = Files.writeString(folder.resolve("damaged.zip"), "PK nothing");

        for (Path file : List.of(folder.resolve("gone.zip"), damaged, folder)) {
            InputException refusal =
                    assertThrows(InputException.class, () -> log(3, DOCUMENT).read(file));
            assertTrue(refusal.getMessage().startsWith(file + ": "), refusal.getMessage());
        }
    }
}
