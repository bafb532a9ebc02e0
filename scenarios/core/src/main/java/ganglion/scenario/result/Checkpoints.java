package ganglion.scenario.result;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * How the state of a run is saved while it lasts, so that a process that dies loses little. A checkpoint holds the whole
 * state of the run; the scenario itself is read again.
 *
 * @param resumeFrom checkpoint from which to resume; empty to start at tick 0
 * @param file file of the latest checkpoint, which replaces the one before; empty for no checkpoints
 * @param everySeconds wall-clock time between two checkpoints, more than 0. A run that is stopped early also saves one
 */
public record Checkpoints(Optional<Path> resumeFrom, Optional<Path> file, double everySeconds) {

    /** No checkpoints. */
    public static final Checkpoints NONE = new Checkpoints(Optional.empty(), Optional.empty(), Double.MAX_VALUE);

    /** @throws IllegalArgumentException if the time between two is not positive */
    public Checkpoints {
        Objects.requireNonNull(resumeFrom, "resumeFrom");
        Objects.requireNonNull(file, "file");
        if (!(everySeconds > 0)) {
            throw new IllegalArgumentException("checkpoints are " + everySeconds + " s apart, expected more than 0");
        }
    }
}
