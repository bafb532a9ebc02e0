package ganglion.scenario.experiment.outcome;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.scenario.experiment.ExperimentHead;
import java.nio.file.Path;
import java.util.List;

/** What a checkpoint notes beside the state of its training: of which experiment and seed it is, and its learning curves so far. */
public final class CheckpointNotes {

    /** The keys that may differ between the experiment of a checkpoint and the one that resumes it. */
    private static final List<String> FREE = List.of("epochs", "patience");

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private CheckpointNotes() {}

    /** The notes, as JSON. */
    public static String write(ExperimentHead head, ArrayNode epochs) {
        ObjectNode notes = JsonNodeFactory.instance.objectNode();
        notes.put("seed", head.seed());
        notes.put("experiment", head.document());
        notes.set("epochs", epochs);
        return notes.toString();
    }

    /**
     * The learning curves of a checkpoint.
     *
     * @param file the checkpoint
     * @throws InputException if its notes are of another experiment or seed
     */
    public static ArrayNode read(ExperimentHead head, Path file, String notes) throws InputException {
        try {
            JsonNode read = MAPPER.readTree(notes);
            boolean same = read.path("seed").asLong(-1) == head.seed()
                    && trained(read.path("experiment").asText("{}")).equals(trained(head.document()));
            if (!same || !(read.get("epochs") instanceof ArrayNode epochs)) {
                throw refusal(file, "found a checkpoint of another experiment or seed, expected one of " + head.name());
            }
            return epochs;
        } catch (JsonProcessingException e) {
            throw refusal(file, "found notes that are not JSON");
        }
    }

    private static JsonNode trained(String document) throws JsonProcessingException {
        JsonNode root = MAPPER.readTree(document);
        if (root.path("training") instanceof ObjectNode training) {
            training.remove(FREE);
        }
        return root;
    }

    /** A one-line error about a checkpoint. */
    public static InputException refusal(Path file, String message) {
        return new InputException(new Problem(file.toString(), 0, "", message));
    }
}
