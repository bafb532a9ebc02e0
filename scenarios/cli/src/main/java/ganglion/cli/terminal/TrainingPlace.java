package ganglion.cli.terminal;

import ganglion.learning.file.ModelFiles;
import ganglion.report.files.IfExists;
import ganglion.report.run.RunManifest;
import ganglion.report.training.FinishedSeed;
import ganglion.report.training.TrainingDirectory;
import ganglion.report.training.TrainingDirectory.SeedRun;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a training is written: a directory, or a model file alone, and its checkpoint beside it while it lasts.
 *
 * @param target the directory or file
 * @param named whether the user named it, so that a training directory in its place is replaced
 */
public record TrainingPlace(Path target, boolean named) {

    public static TrainingPlace of(Path target, boolean named) {
        return new TrainingPlace(target, named);
    }

    private boolean isModel() {
        return target.toString().toLowerCase(Locale.ROOT).endsWith(".zip");
    }

    /** Where training stands, while it lasts. */
    public Path checkpoint() {
        return target.resolveSibling(target.getFileName() + ".checkpoint");
    }

    /** Where one of several seeds stands, until all are done. */
    public Path checkpoint(long seed) {
        String name = target.getFileName() + "." + TrainingDirectory.seedFolder(seed) + ".checkpoint";
        return target.resolveSibling(name);
    }

    /** What one of several seeds came to, until all are done. */
    public FinishedSeed finished(long seed) {
        return new FinishedSeed(
                target.resolveSibling(target.getFileName() + "." + TrainingDirectory.seedFolder(seed) + ".finished"));
    }

    /** What one of several seeds can go on from. */
    public Optional<Path> resumable(long seed) {
        Path finished = target.resolve(TrainingDirectory.seedFolder(seed)).resolve(TrainingDirectory.CHECKPOINT);
        return Stream.of(checkpoint(seed), finished)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** What training can go on from: the checkpoint of a training that was cut short, or that of a finished one. */
    public Optional<Path> resumable() {
        return Stream.of(checkpoint(), target.resolve(TrainingDirectory.CHECKPOINT))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    public void makeFolder() throws OutputException {
        Path folder = target.toAbsolutePath().getParent();
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new OutputException(target.toString(), e);
        }
    }

    /** Writes what came out, after which the checkpoint is not needed any more unless training was stopped early. */
    public Path write(TrainingOutcome outcome, RunManifest manifest) throws OutputException {
        try {
            Path written = isModel() ? writeModel(outcome) : writeDirectory(outcome, manifest);
            if (outcome.complete()) {
                Files.deleteIfExists(checkpoint());
            }
            return written;
        } catch (IOException e) {
            throw new OutputException(target.toString(), e);
        }
    }

    /** Writes what several seeds came to, together and each for itself. */
    public Path writeSeeds(TrainingOutcome together, List<TrainingOutcome> each, RunManifest manifest)
            throws OutputException {
        List<SeedRun> runs = each.stream()
                .map(outcome -> new SeedRun(
                        outcome,
                        Optional.of(checkpoint(outcome.experiment().head().seed()))))
                .toList();
        try {
            Path written = isModel()
                    ? writeModel(together)
                    : shown(TrainingDirectory.writeSeeds(together, runs, manifest, target, ifExists()));
            for (SeedRun run : together.complete() ? runs : List.<SeedRun>of()) {
                Files.deleteIfExists(run.checkpoint().get());
                finished(run.outcome().experiment().head().seed()).delete();
            }
            return written;
        } catch (IOException e) {
            throw new OutputException(target.toString(), e);
        }
    }

    private Path writeModel(TrainingOutcome outcome) throws IOException {
        if (outcome.model().isEmpty()) {
            throw new IOException("cannot be written: an experiment of this task has no model, name a directory");
        }
        ModelFiles.write(outcome.model().get(), target);
        return target;
    }

    private Path writeDirectory(TrainingOutcome outcome, RunManifest manifest) throws IOException {
        return shown(TrainingDirectory.write(outcome, manifest, Optional.of(checkpoint()), target, ifExists()));
    }

    private IfExists ifExists() {
        return named ? IfExists.REPLACE : IfExists.TAKE_ANOTHER_NAME;
    }

    /** An absolute path comes back; a relative one is what the user can read. */
    private Path shown(Path written) {
        return target.resolveSibling(written.getFileName());
    }
}
