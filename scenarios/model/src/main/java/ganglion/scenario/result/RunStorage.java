package ganglion.scenario.result;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a run keeps things while it lasts.
 *
 * @param checkpoints how it is saved on its way
 * @param recordings folder for what is recorded as the run goes; empty to keep streamed spikes in memory, and to do without
 *     probes
 */
public record RunStorage(Checkpoints checkpoints, Optional<Path> recordings) {

    /** Nothing outside of memory. */
    public static final RunStorage NONE = new RunStorage(Checkpoints.NONE, Optional.empty());

    public RunStorage {
        Objects.requireNonNull(checkpoints, "checkpoints");
        Objects.requireNonNull(recordings, "recordings");
    }
}
