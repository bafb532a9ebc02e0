package ganglion.report.training;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.OutputException;
import ganglion.learning.file.ModelFiles;
import ganglion.report.files.DirectoryPublisher;
import ganglion.report.files.IfExists;
import ganglion.report.files.JsonDocument;
import ganglion.report.files.OwnDirectory;
import ganglion.report.files.ResultFolder;
import ganglion.report.run.RunManifest;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes the results of a training: {@code model.zip}, {@code result.json}, {@code report.html} and {@code checkpoint.zip}, from
 * which it can be resumed. The directory appears complete or not at all.
 */
public final class TrainingDirectory {

    /** Name of the model file. */
    public static final String MODEL = "model.zip";

    /** Name of the checkpoint. */
    public static final String CHECKPOINT = "checkpoint.zip";

    private static final String RESULT = "result.json";
    private static final String REPORT = "report.html";

    /** How the names of the directories of seeds begin. */
    static final String SEED = "seed-";

    private static final Pattern LISTED = Pattern.compile(Pattern.quote(MODEL) + "|" + Pattern.quote(CHECKPOINT));

    private static final OwnDirectory KIND = new OwnDirectory(
            "training directory",
            RESULT,
            TrainingDocument.FORMAT,
            TrainingDocument.FORMAT_VERSION,
            Set.of(REPORT),
            LISTED,
            SEED);

    private static final DirectoryPublisher PUBLISHER = new DirectoryPublisher(KIND);

    private TrainingDirectory() {}

    /**
     * Looks whether a training directory may be written, before the training.
     *
     * @throws OutputException saying in one line what is in the way
     */
    static void check(Path target, IfExists ifExists) throws OutputException {
        PUBLISHER.check(target, ifExists);
    }

    /**
     * Writes a training directory.
     *
     * @param checkpoint file that is copied into it, if there is one
     * @param target its place
     * @param ifExists what to do if the target exists
     * @return where it is
     * @throws IOException saying in one line why nothing was written; an existing directory stays
     */
    public static Path write(
            TrainingOutcome outcome, RunManifest manifest, Optional<Path> checkpoint, Path target, IfExists ifExists)
            throws IOException {
        return PUBLISHER.publish(target, ifExists, directory -> writeFiles(outcome, manifest, checkpoint, directory));
    }

    /**
     * One of several trainings with different seeds.
     *
     * @param outcome its result
     * @param checkpoint file that is copied beside its model, if there is one
     */
    public record SeedRun(TrainingOutcome outcome, Optional<Path> checkpoint) {}

    /**
     * Writes the directory of a training with several seeds: the combined result, and a directory {@code seed-N} in
     * it for each.
     *
     * @param together the combined result
     * @return where it is
     * @throws IOException saying in one line why nothing was written; an existing directory stays
     */
    public static Path writeSeeds(
            TrainingOutcome together, List<SeedRun> seeds, RunManifest manifest, Path target, IfExists ifExists)
            throws IOException {
        return PUBLISHER.publish(target, ifExists, directory -> {
            writeFiles(together, manifest, Optional.empty(), directory);
            for (SeedRun seed : seeds) {
                Path folder = directory.resolve(
                        seedFolder(seed.outcome().experiment().head().seed()));
                Files.createDirectory(folder);
                writeFiles(seed.outcome(), manifest, seed.checkpoint(), folder);
            }
        });
    }

    /** Name of the directory of one seed. */
    public static String seedFolder(long seed) {
        return SEED + seed;
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
        JsonDocument.write(result, directory.resolve(RESULT));
        Files.writeString(directory.resolve(REPORT), TrainingPage.of(outcome, manifest));
    }
}
