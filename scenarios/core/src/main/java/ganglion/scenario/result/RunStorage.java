package ganglion.scenario.result;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a run stores data while it lasts.
 *
 * @param checkpoints how the state of the run is saved
 * @param recordings folder for spikes and probes that are written during the run; if empty, streamed spikes stay in memory and
 *     probes are ignored
 */
public record RunStorage(Checkpoints checkpoints, Optional<Path> recordings) {

    /** Stores nothing on disk. */
    public static final RunStorage NONE = new RunStorage(Checkpoints.NONE, Optional.empty());

    public RunStorage {
        Objects.requireNonNull(checkpoints, "checkpoints");
        Objects.requireNonNull(recordings, "recordings");
    }
}
