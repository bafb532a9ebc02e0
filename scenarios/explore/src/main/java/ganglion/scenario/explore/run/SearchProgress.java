package ganglion.scenario.explore.run;

import ganglion.scenario.explore.TrialRecord;
import java.util.List;

/** Observes a search; called from the thread that runs it. */
public interface SearchProgress {

    /** What it does now, and how many pieces of that are done; human-readable. */
    default void advanced(String phase, int done, int all) {}

    /** A round of trials is over: all trials so far. */
    default void roundDone(List<TrialRecord> trials) {}

    /** Whether to stop as soon as possible. */
    default boolean stopRequested() {
        return false;
    }
}
