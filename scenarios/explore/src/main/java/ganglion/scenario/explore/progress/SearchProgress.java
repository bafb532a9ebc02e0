package ganglion.scenario.explore.progress;

import ganglion.scenario.explore.TrialRecord;
import java.util.List;
import java.util.OptionalDouble;

/** Observes a search; called from the thread that runs it. */
public interface SearchProgress {

    /**
     * The search has advanced.
     *
     * @param phase what it does now, human-readable
     * @param fraction share of the whole that is done, 0 to 1
     * @param secondsLeft about how long the rest takes; absent if that is not known yet
     */
    default void advanced(String phase, double fraction, OptionalDouble secondsLeft) {}

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
