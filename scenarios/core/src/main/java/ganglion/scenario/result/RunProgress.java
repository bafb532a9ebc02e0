package ganglion.scenario.result;

/** Receives the progress of a run. Called from one thread at a time, often enough for a progress bar. */
@FunctionalInterface
public interface RunProgress {

    /** Ignores everything. */
    RunProgress NONE = (phase, fraction) -> {};

    /**
     * @param phase name of the phase, human-readable: {@code "hearing"}, {@code "simulating"}
     * @param fraction share of the phase that is done, from 0 to 1
     */
    void advanced(String phase, double fraction);

    /** What there is to say of the phase beyond its name, in a few words: where the run is, how fast it is. */
    default void detail(String words) {}

    /** A warning in one line; the run continues. */
    default void notice(String message) {}

    /** Whether the run is to stop early; its result is what is complete by then. Called often, from any thread. */
    default boolean stopRequested() {
        return false;
    }
}
