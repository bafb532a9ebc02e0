package ganglion.report.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.documents.output.FilePublisher;
import ganglion.documents.output.OwnFile;
import ganglion.learning.file.ModelFiles;
import ganglion.learning.file.ModelFiles.ModelFileException;
import ganglion.learning.file.ModelFiles.SavedModel;
import ganglion.report.files.JsonDocument;
import ganglion.scenario.experiment.Experiment;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The result of one of several seeds, stored while the others are trained, so that a training that is resumed does not train it
 * again: a JSON document, and its model in a file beside it.
 *
 * @param file the document; the file of the model has its name and {@code .model}
 */
public record FinishedSeed(Path file) {

    private static final String FORMAT = "ganglion-finished-seed";
    private static final int VERSION = 1;
    private static final long LARGEST = 1L << 28;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Path model() {
        return file.resolveSibling(file.getFileName() + ".model");
    }

    /**
     * Looks whether an outcome may be stored.
     *
     * @throws OutputException if a file that is not ours has its name
     */
    void check() throws OutputException {
        try {
            OwnFile.check(file, FORMAT, "a finished seed of a training");
        } catch (IOException e) {
            throw new OutputException(file, e);
        }
        if (Files.exists(model(), LinkOption.NOFOLLOW_LINKS) && !ModelFiles.isModel(model())) {
            throw new OutputException(model(), OwnFile.refusal("a model file of Ganglion"));
        }
    }

    /** Stores an outcome. The document is written last, so that its model exists if it does. */
    public void write(TrainingOutcome outcome) throws IOException {
        Files.deleteIfExists(file);
        if (outcome.model().isPresent()) {
            ModelFiles.write(outcome.model().get(), model());
        }
        ObjectNode document = MAPPER.createObjectNode().put("format", FORMAT).put("version", VERSION);
        document.put("experiment", outcome.experiment().head().document());
        document.put("model", outcome.model().isPresent());
        document.set("result", outcome.result());
        document.set("charts", MAPPER.valueToTree(outcome.charts()));
        document.set("tables", MAPPER.valueToTree(outcome.tables()));
        document.set("summary", MAPPER.valueToTree(outcome.summary()));
        document.set("warnings", MAPPER.valueToTree(outcome.warnings()));
        FilePublisher.publish(file, stream -> stream.write(MAPPER.writeValueAsBytes(document)));
    }

    /** Whether an outcome is stored. */
    public boolean exists() {
        return Files.isRegularFile(file);
    }

    /**
     * The stored outcome.
     *
     * @return empty if there is none, or it is that of another experiment, such as one with fewer epochs
     * @throws InputException if the files are damaged
     */
    public Optional<TrainingOutcome> read(Experiment experiment) throws InputException {
        if (!exists()) {
            return Optional.empty();
        }
        try {
            if (Files.size(file) > LARGEST) {
                throw refusal("found more than " + LARGEST + " bytes");
            }
            JsonNode document = MAPPER.readTree(file.toFile());
            boolean known = document.path("format").asText().equals(FORMAT)
                    && document.path("version").asInt() == VERSION;
            if (!known || !(document.get("result") instanceof ObjectNode result)) {
                throw refusal("found no finished seed in a version that this Ganglion knows");
            }
            if (!document.path("experiment").asText().equals(experiment.head().document())) {
                return Optional.empty();
            }
            Optional<SavedModel> model =
                    document.path("model").asBoolean() ? Optional.of(ModelFiles.readAny(model())) : Optional.empty();
            return Optional.of(new TrainingOutcome(
                    experiment,
                    model,
                    result,
                    list(document, "charts", TrainingOutcome.Chart[].class),
                    list(document, "tables", TrainingOutcome.Table[].class),
                    list(document, "summary", String[].class),
                    list(document, "warnings", String[].class),
                    true));
        } catch (JsonProcessingException e) {
            throw refusal("found a document that is damaged; without it the seed is trained again");
        } catch (ModelFileException | IOException e) {
            throw refusal("its model cannot be read (" + e.getMessage() + ")");
        }
    }

    private static <T> List<T> list(JsonNode document, String key, Class<T[]> type) throws JsonProcessingException {
        return List.of(MAPPER.treeToValue(document.withArray(key), type));
    }

    /** A one-line error about the document. */
    public InputException refusal(String message) {
        return JsonDocument.refusal(file, message);
    }

    /** Deletes the files. */
    public void delete() throws IOException {
        Files.deleteIfExists(file);
        Files.deleteIfExists(model());
    }
}
