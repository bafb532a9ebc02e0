package ganglion.scenario.experiment.outcome;

/** Is told how training gets on, in the thread that trains. */
public interface TrainingProgress {

    /**
     * Training has advanced.
     *
     * @param phase what is being done, for people
     * @param fraction of the whole, 0 to 1
     */
    default void advanced(String phase, double fraction) {}

    /** An epoch is done; a line that says how it went. */
    default void epochDone(String line) {}

    /** Whether to stop after this epoch, though there is more to do. */
    default boolean stopRequested() {
        return false;
    }
}
