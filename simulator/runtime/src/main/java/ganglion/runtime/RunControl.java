package ganglion.runtime;

import ganglion.kernel.RunState;

/** The caller's side of a run: hears how far it has come, and may end it early. Called from the engine's threads, often. */
@FunctionalInterface
public interface RunControl {

    /** Hears nothing and lets the run finish. */
    RunControl NONE = tick -> {};

    /** All ticks before {@code tick} are done with. Must return at once. */
    void advanced(long tick);

    /** Whether the state of the run is to be taken soon. Asked until {@link #checkpoint} is called. */
    default boolean checkpointDue() {
        return false;
    }

    /** Takes the state of the run, which waits meanwhile. What this throws ends the run. */
    default void checkpoint(RunState state) {}

    /** Whether the run is to end soon; what is complete by then is its result. */
    default boolean stopRequested() {
        return false;
    }
}
