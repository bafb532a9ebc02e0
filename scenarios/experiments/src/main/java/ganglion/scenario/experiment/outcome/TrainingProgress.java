package ganglion.scenario.experiment.outcome;

/** Receives the progress of a training, in the thread that trains. */
public interface TrainingProgress {

    /**
     * Training has advanced.
     *
     * @param phase what is being done, human-readable
     * @param fraction of the whole, 0 to 1
     */
    default void advanced(String phase, double fraction) {}

    /**
     * The training of one of several seeds starts.
     *
     * @param finishedBefore whether an earlier training has finished this seed, so that it is not trained again
     */
    default void seedStarted(long seed, boolean finishedBefore) {}

    /** An epoch is done; a line that says how it went. */
    default void epochDone(String line) {}

    /** Whether to stop after this epoch, though there is more to do. */
    default boolean stopRequested() {
        return false;
    }
}
