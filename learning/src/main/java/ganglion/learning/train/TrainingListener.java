package ganglion.learning.train;

/** Receives the progress of training, in the training thread. */
public interface TrainingListener {

    /** Does nothing. */
    TrainingListener NONE = new TrainingListener() {};

    /**
     * A batch is done.
     *
     * @param batch number of batches done in this epoch
     * @param batches number of batches of the epoch
     * @param loss of the batch
     */
    default void batchDone(int epoch, int batch, int batches, double loss) {}

    /**
     * An epoch is done.
     *
     * @param state from which training can be resumed; take what you need before returning
     */
    default void epochDone(EpochReport report, TrainingState state) {}

    /** Whether to stop after this epoch, though there is more to do. */
    default boolean stop() {
        return false;
    }
}
