package ganglion.scenario.explore.run;

import ganglion.scenario.explore.TrialRecord;
import java.util.List;

/** Observes a search; called from the thread that runs it. */
public interface SearchProgress {

    /**
     * The search has advanced.
     *
     * @param phase what it does now, human-readable
     * @param fraction share of the whole that is done, 0 to 1
     */
    default void advanced(String phase, double fraction) {}

    /** Where in its phase it is, in a few words; follows {@link #advanced}. */
    default void detail(String words) {}

    /** A round of trials is over: all trials so far. */
    default void roundDone(List<TrialRecord> trials) {}

    /** Something that the user should know; one human-readable line. */
    default void warned(String line) {}

    /** Whether to stop as soon as possible. */
    default boolean stopRequested() {
        return false;
    }
}
