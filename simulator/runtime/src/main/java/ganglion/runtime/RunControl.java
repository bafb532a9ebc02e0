package ganglion.runtime;

/** The caller's side of a run: hears how far it has come, and may end it early. Called from the engine's threads, often. */
@FunctionalInterface
public interface RunControl {

    /** Hears nothing and lets the run finish. */
    RunControl NONE = tick -> {};

    /** All ticks before {@code tick} are done with. Must return at once. */
    void advanced(long tick);

    /** Whether the run is to end soon; what is complete by then is its result. */
    default boolean stopRequested() {
        return false;
    }
}
