package ganglion.runtime;

/** Hears how far a run has come. Called from the engine's threads, often: must return at once. */
@FunctionalInterface
public interface ProgressListener {

    /** Hears nothing. */
    ProgressListener NONE = tick -> {};

    /** All ticks before {@code tick} are done with. */
    void advanced(long tick);
}
