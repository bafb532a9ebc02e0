package ganglion.report.training;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.learning.file.ModelFiles;
import ganglion.report.RunManifest;
import ganglion.report.files.Checksum;
import ganglion.report.files.DirectoryPublisher;
import ganglion.report.files.IfExists;
import ganglion.scenario.experiment.run.TrainingOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes what a training leaves behind: {@code model.zip}, {@code result.json}, {@code report.html} and {@code checkpoint.zip}, from
 * which it can go on. The directory appears complete or not at all.
 */
public final class TrainingDirectory {

    /** Name of the model file. */
    public static final String MODEL = "model.zip";

    /** Name of the checkpoint. */
    public static final String CHECKPOINT = "checkpoint.zip";

    private static final String RESULT = "result.json";
    private static final String REPORT = "report.html";

    private TrainingDirectory() {}

    /**
     * Writes a training directory.
     *
     * @param checkpoint file that is copied into it, if there is one
     * @param target where it should be
     * @param ifExists what to do if there is something already
     * @return where it is
     * @throws IOException saying in one line why nothing was written; what was there stays
     */
    public static Path write(
            TrainingOutcome outcome, RunManifest manifest, Optional<Path> checkpoint, Path target, IfExists ifExists)
            throws IOException {
        return new DirectoryPublisher(TrainingDirectory::isTrainingDirectory)
                .publish(target, ifExists, directory -> writeFiles(outcome, manifest, checkpoint, directory));
    }

    private static void writeFiles(
            TrainingOutcome outcome, RunManifest manifest, Optional<Path> checkpoint, Path directory)
            throws IOException {
        if (outcome.model().isPresent()) {
            ModelFiles.write(outcome.model().get(), directory.resolve(MODEL));
        }
        if (checkpoint.isPresent() && Files.isRegularFile(checkpoint.get())) {
            Files.copy(checkpoint.get(), directory.resolve(CHECKPOINT));
        }
        ObjectNode result = TrainingDocument.of(outcome, manifest);
        result.set("files", files(directory));
        Files.writeString(directory.resolve(RESULT), result.toPrettyString() + "\n");
        Files.writeString(directory.resolve(REPORT), TrainingPage.of(outcome, manifest));
    }

    private static ArrayNode files(Path directory) throws IOException {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        List<Path> written;
        try (Stream<Path> entries = Files.list(directory)) {
            written = entries.sorted().toList();
        }
        for (Path file : written) {
            list.addObject()
                    .put("name", file.getFileName().toString())
                    .put("bytes", Files.size(file))
                    .put("sha256", Checksum.ofFile(file));
        }
        return list;
    }

    /** Whether a directory is one that this class wrote: its result says so in its first field. */
    public static boolean isTrainingDirectory(Path directory) {
        Path result = directory.resolve(RESULT);
        if (!Files.isRegularFile(result)) {
            return false;
        }
        try (JsonParser parser = new JsonFactory().createParser(result.toFile())) {
            return parser.nextToken() == JsonToken.START_OBJECT
                    && "format".equals(parser.nextFieldName())
                    && TrainingDocument.FORMAT.equals(parser.nextTextValue());
        } catch (IOException e) {
            return false; // not JSON, or unreadable: not ours
        }
    }
}
