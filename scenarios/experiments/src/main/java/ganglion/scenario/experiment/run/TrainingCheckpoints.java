package ganglion.scenario.experiment.run;

import com.fasterxml.jackson.databind.node.ArrayNode;
import ganglion.documents.InputException;
import ganglion.documents.ReadFault;
import ganglion.learning.file.CheckpointFiles;
import ganglion.learning.file.ModelFiles.ModelFileException;
import ganglion.learning.train.Trainer.TrainingState;
import ganglion.scenario.experiment.ExperimentHead;
import ganglion.scenario.experiment.outcome.CheckpointNotes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** Checkpoints of a training in files: its state, its learning curves so far, and its experiment. */
final class TrainingCheckpoints {

    private final ExperimentHead head;

    TrainingCheckpoints(ExperimentHead head) {
        this.head = head;
    }

    /**
     * A checkpoint.
     *
     * @param state from which training resumes
     * @param epochs learning curves so far
     */
    record Checkpoint(TrainingState state, ArrayNode epochs) {}

    /** @throws UncheckedIOException if the file cannot be written */
    void write(TrainingState state, List<String> classes, ArrayNode epochs, Path file) {
        try {
            CheckpointFiles.write(state, classes, CheckpointNotes.write(head, epochs), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws InputException if the file is no checkpoint, or one of another experiment */
    Checkpoint read(Path file) throws InputException {
        try {
            ArrayNode epochs = CheckpointNotes.read(head, file, CheckpointFiles.readNotes(file));
            return new Checkpoint(CheckpointFiles.read(file), epochs);
        } catch (ModelFileException e) {
            throw CheckpointNotes.refusal(file, e.getMessage());
        } catch (IOException e) {
            throw CheckpointNotes.refusal(file, "cannot be read: " + ReadFault.reason(e));
        }
    }
}
