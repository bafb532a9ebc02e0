package ganglion.report.session;

import ganglion.documents.OutputException;
import ganglion.documents.output.HiddenPlace;
import ganglion.documents.output.OwnFile;
import ganglion.scenario.result.Checkpoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How a user wants a run saved while it lasts. A checkpoint lies beside the run directory under its name.
 *
 * @param resumeFrom checkpoint to continue from; empty to start from the beginning
 * @param everySeconds wall-clock time from one checkpoint to the next, more than 0; empty for no checkpoints
 */
public record CheckpointPlan(Optional<Path> resumeFrom, OptionalDouble everySeconds) {

    /** No checkpoints. */
    public static final CheckpointPlan NONE = new CheckpointPlan(Optional.empty(), OptionalDouble.empty());

    /** Ending of a checkpoint's name, after that of the run directory. */
    private static final String ENDING = HiddenPlace.CHECKPOINT;

    /** Whether the run writes checkpoints. */
    boolean writes() {
        return everySeconds.isPresent();
    }

    /** The run directory that the name of the checkpoint gives, where the user names none. */
    Optional<Path> directory() {
        return resumeFrom
                .filter(file -> file.getFileName().toString().endsWith(ENDING))
                .map(file -> file.getFileName().toString())
                .filter(name -> name.length() > ENDING.length())
                .map(name -> resumeFrom.get().resolveSibling(name.substring(0, name.length() - ENDING.length())));
    }

    /** The checkpoints of a run. */
    Checkpoints of(Path runDirectory) {
        return writes()
                ? new Checkpoints(resumeFrom, Optional.of(file(runDirectory)), everySeconds.getAsDouble())
                : new Checkpoints(resumeFrom, Optional.empty(), Double.MAX_VALUE);
    }

    static Path file(Path runDirectory) {
        return runDirectory.resolveSibling(runDirectory.getFileName() + ENDING);
    }

    /**
     * Checks that the checkpoints of a run may be written.
     *
     * @throws OutputException if another file has their name
     */
    void check(Path runDirectory) throws OutputException {
        try {
            if (writes()) {
                OwnFile.check(file(runDirectory), "GANGLION", "a checkpoint");
            }
        } catch (IOException e) {
            throw new OutputException(file(runDirectory), e);
        }
    }

    /** Whether there is a checkpoint from which this run can be continued. */
    boolean isContinuable(Path runDirectory) {
        return (writes() || resumeFrom.isPresent()) && Files.exists(file(runDirectory));
    }

    /** Deletes the checkpoint of a run that is complete and whose results are written. */
    void delete(Path runDirectory) {
        try {
            if (writes()) {
                Files.deleteIfExists(file(runDirectory));
            }
        } catch (IOException e) {
            // A checkpoint that is left over does no harm.
            return;
        }
    }
}
