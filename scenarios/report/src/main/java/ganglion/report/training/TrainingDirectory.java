package ganglion.report.training;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.learning.file.ModelFiles;
import ganglion.report.RunManifest;
import ganglion.report.files.DirectoryPublisher;
import ganglion.report.files.IfExists;
import ganglion.report.files.ResultFolder;
import ganglion.scenario.experiment.run.TrainingOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

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
        result.set("files", ResultFolder.files(directory));
        Files.writeString(directory.resolve(RESULT), result.toPrettyString() + "\n");
        Files.writeString(directory.resolve(REPORT), TrainingPage.of(outcome, manifest));
    }

    /** Whether a directory is one that this class wrote: its result says so in its first field. */
    public static boolean isTrainingDirectory(Path directory) {
        return ResultFolder.isOf(directory.resolve(RESULT), TrainingDocument.FORMAT);
    }
}
