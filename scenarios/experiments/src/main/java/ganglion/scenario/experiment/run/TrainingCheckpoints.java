package ganglion.scenario.experiment.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.documents.ReadFault;
import ganglion.learning.file.CheckpointFiles;
import ganglion.learning.file.ModelFileException;
import ganglion.learning.train.TrainingState;
import ganglion.scenario.experiment.ExperimentHead;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** Checkpoints of a training in files: its state, its learning curves so far, and its experiment. */
final class TrainingCheckpoints {

    /** The keys that may differ between the experiment of a checkpoint and the one that resumes it. */
    private static final List<String> FREE = List.of("epochs", "patience");

    private static final ObjectMapper MAPPER = new ObjectMapper();

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
        ObjectNode notes = JsonNodeFactory.instance.objectNode();
        notes.put("seed", head.seed());
        notes.put("experiment", head.document());
        notes.set("epochs", epochs);
        try {
            CheckpointFiles.write(state, classes, notes.toString(), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws InputException if the file is no checkpoint, or one of another experiment */
    Checkpoint read(Path file) throws InputException {
        try {
            JsonNode notes = MAPPER.readTree(CheckpointFiles.readNotes(file));
            boolean same = notes.path("seed").asLong(-1) == head.seed()
                    && trained(notes.path("experiment").asText("{}")).equals(trained(head.document()));
            if (!same || !(notes.get("epochs") instanceof ArrayNode epochs)) {
                throw refusal(file, "found a checkpoint of another experiment or seed, expected one of " + head.name());
            }
            return new Checkpoint(CheckpointFiles.read(file), epochs);
        } catch (ModelFileException e) {
            throw refusal(file, e.getMessage());
        } catch (JsonProcessingException e) {
            throw refusal(file, "found notes that are not JSON");
        } catch (IOException e) {
            throw refusal(file, "cannot be read: " + ReadFault.reason(e));
        }
    }

    private static JsonNode trained(String document) throws JsonProcessingException {
        JsonNode root = MAPPER.readTree(document);
        if (root.path("training") instanceof ObjectNode training) {
            training.remove(FREE);
        }
        return root;
    }

    private static InputException refusal(Path file, String message) {
        return new InputException(new Problem(file.toString(), 0, "", message));
    }
}
