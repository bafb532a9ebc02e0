package ganglion.runtime;

import ganglion.kernel.RunState;
import ganglion.kernel.RunningNetwork;

/** The caller's side of a run: is told how far it has come, and may end it early. Called often, from the engine's threads. */
@FunctionalInterface
public interface RunControl {

    /** Ignores all progress and lets the run finish. */
    RunControl NONE = tick -> {};

    /** All ticks before {@code tick} are complete. Must return at once. */
    void advanced(long tick);

    /** Whether the state of the run is to be taken soon. Asked until {@link #checkpoint} is called. */
    default boolean checkpointDue() {
        return false;
    }

    /** The first tick after a given one before which the run is to come to rest, so that it can be looked at. */
    default long nextRest(long tick) {
        return Long.MAX_VALUE;
    }

    /** The run is at rest: at such a tick, for a checkpoint, or at its end. What this throws ends the run. */
    default void resting(RunningNetwork run) {}

    /** More ticks are complete, and their spikes may be taken. What this throws ends the run. */
    default void completed(RunningNetwork run) {}

    /** Takes the state of the run, which waits meanwhile. What this throws ends the run. */
    default void checkpoint(RunState state) {}

    /** Whether the run is to end soon; its result is then what is complete. */
    default boolean stopRequested() {
        return false;
    }
}
