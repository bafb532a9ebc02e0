package ganglion.api;

import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Is told how far a run or a training is. Called from one thread at a time, which may be another than the caller's, often enough for a
 * progress bar; it should return soon. Exceptions of it end the run.
 */
@FunctionalInterface
@API(status = Status.STABLE, since = "0.2")
public interface RunListener {

    /**
     * Work has advanced.
     *
     * @param phase what is being done, human-readable, such as {@code simulating}
     * @param fraction share of the phase that is done, from 0 to 1
     */
    void advanced(String phase, double fraction);

    /** Something worth a line that does not end the work. */
    default void notice(String line) {}

    /** An epoch of a training is done; its figures as they stand in result.json. */
    default void epoch(Map<String, Object> figures) {}
}
