package ganglion.scenario.result;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * How a run is saved on its way, so that a process that dies loses little. A checkpoint holds everything that the run has
 * come to; the scenario itself is read again.
 *
 * @param resumeFrom checkpoint to go on from; empty to start from the beginning
 * @param file where checkpoints go, each in the place of the one before; empty for none
 * @param everySeconds wall-clock time from one to the next, more than 0. A run that is stopped early leaves one, too
 */
public record Checkpoints(Optional<Path> resumeFrom, Optional<Path> file, double everySeconds) {

    /** None. */
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
