package ganglion.scenario.experiment.outcome;

import com.fasterxml.jackson.databind.JsonNode;

/** Observes a training, in the thread that trains. */
public interface TrainingProgress {

    /**
     * Training has advanced.
     *
     * @param phase the current phase, human-readable
     * @param fraction share of the phase that is done, 0 to 1; in the epochs, share of all of them
     */
    default void advanced(String phase, double fraction) {}

    /** Where in its phase the training is, in a few words; follows {@link #advanced}. */
    default void detail(String words) {}

    /** The training of one of several seeds starts. */
    default void seedStarted(long seed) {}

    /** An epoch is done; its figures as they stand in the result. */
    default void epochFigures(JsonNode epoch) {}

    /** An epoch is done; a human-readable line with its figures. */
    default void epochDone(String line) {}

    /** Whether to stop after this epoch, before the last one. */
    default boolean stopRequested() {
        return false;
    }
}
