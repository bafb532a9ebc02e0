package ganglion.report.training;

import ganglion.documents.OutputException;
import ganglion.documents.output.OwnFile;
import ganglion.learning.file.CheckpointFiles;
import ganglion.learning.file.ModelFiles;
import ganglion.report.files.IfExists;
import ganglion.report.run.RunManifest;
import ganglion.report.training.TrainingDirectory.SeedRun;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import ganglion.scenario.experiment.session.SeedOutcomes;
import ganglion.scenario.experiment.session.SeedStore;
import ganglion.scenario.experiment.session.TrainingStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a training is written: a directory, or a model file alone. While the training lasts, its files lie beside the target.
 *
 * @param target the directory or file
 * @param named whether the user named it, so that a training directory in its place is replaced
 */
public record TrainingPlace(Path target, boolean named) implements TrainingStore {

    /**
     * Looks whether the results may be written, before the training.
     *
     * @throws OutputException saying in one line what is in the way
     */
    public void check() throws OutputException {
        if (!isModel()) {
            TrainingDirectory.check(target, ifExists());
        } else if (Files.exists(target) && !ModelFiles.isModel(target)) {
            throw new OutputException(target, OwnFile.refusal("a model file of Ganglion"));
        }
    }

    @Override
    public void open() throws OutputException {
        Path folder = target.toAbsolutePath().getParent();
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new OutputException(target, e);
        }
    }

    @Override
    public SeedStore alone() {
        return new SeedPlace(beside(""), target.resolve(TrainingDirectory.CHECKPOINT));
    }

    @Override
    public SeedStore seed(long seed) {
        return place(seed);
    }

    private SeedPlace place(long seed) {
        String name = TrainingDirectory.seedFolder(seed);
        return new SeedPlace(beside("." + name), target.resolve(name).resolve(TrainingDirectory.CHECKPOINT));
    }

    private Path beside(String ending) {
        return target.resolveSibling(target.getFileName() + ending);
    }

    /**
     * Writes what the seeds gave. A complete training then needs its temporary files no more.
     *
     * @return where it was written
     * @throws OutputException saying why it was not; what was there stays
     */
    public Path write(SeedOutcomes outcomes, RunManifest manifest) throws OutputException {
        try {
            return outcomes.several() ? writeSeeds(outcomes, manifest) : writeAlone(outcomes.together(), manifest);
        } catch (IOException e) {
            throw new OutputException(target, e);
        }
    }

    private Path writeAlone(TrainingOutcome outcome, RunManifest manifest) throws IOException {
        Path checkpoint = alone().checkpoint();
        Path written = isModel()
                ? writeModel(outcome)
                : TrainingDirectory.write(outcome, manifest, Optional.of(checkpoint), target, ifExists());
        if (outcome.complete()) {
            Files.deleteIfExists(checkpoint);
        }
        return written;
    }

    private Path writeSeeds(SeedOutcomes outcomes, RunManifest manifest) throws IOException {
        List<SeedRun> runs = outcomes.each().stream()
                .map(outcome -> new SeedRun(
                        outcome,
                        Optional.of(place(outcome.experiment().head().seed()).checkpoint())))
                .toList();
        TrainingOutcome together = outcomes.together();
        Path written = isModel()
                ? writeModel(together)
                : TrainingDirectory.writeSeeds(together, runs, manifest, target, ifExists());
        if (together.complete()) {
            for (TrainingOutcome outcome : outcomes.each()) {
                place(outcome.experiment().head().seed()).delete();
            }
        }
        return written;
    }

    private boolean isModel() {
        return target.toString().toLowerCase(Locale.ROOT).endsWith(".zip");
    }

    private Path writeModel(TrainingOutcome outcome) throws IOException {
        if (outcome.model().isEmpty()) {
            throw new IOException("cannot be written: an experiment of this task has no model, name a directory");
        }
        ModelFiles.write(outcome.model().get(), target);
        return target;
    }

    private IfExists ifExists() {
        return named ? IfExists.REPLACE : IfExists.TAKE_ANOTHER_NAME;
    }

    /**
     * The files of one seed.
     *
     * @param stem path of all of them, without their endings
     * @param earlier the checkpoint in the directory of an earlier training, if there is one
     */
    private record SeedPlace(Path stem, Path earlier) implements SeedStore {

        private static final String CHECKPOINT = ".checkpoint";

        @Override
        public void check() throws OutputException {
            if (Files.exists(checkpoint(), LinkOption.NOFOLLOW_LINKS) && !CheckpointFiles.isCheckpoint(checkpoint())) {
                throw new OutputException(checkpoint(), OwnFile.refusal("a checkpoint of a training"));
            }
        }

        @Override
        public Path checkpoint() {
            return stem.resolveSibling(stem.getFileName() + CHECKPOINT);
        }

        /** The checkpoint of a training that was cut short comes before that of one that ended. */
        @Override
        public Optional<Path> resumable() {
            return Stream.of(checkpoint(), earlier).filter(Files::isRegularFile).findFirst();
        }

        void delete() throws IOException {
            Files.deleteIfExists(checkpoint());
        }
    }
}
