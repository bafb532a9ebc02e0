package ganglion.scenario.result;

/** Told how far a run has come. Called from one thread at a time, often enough for a progress bar. */
@FunctionalInterface
public interface RunProgress {

    /** Tells nobody. */
    RunProgress NONE = (phase, fraction) -> {};

    /**
     * @param phase what is being done, as a user reads it: {@code "hearing"}, {@code "simulating"}
     * @param fraction how much of the phase is done, from 0 to 1
     */
    void advanced(String phase, double fraction);

    /** Something that the user should know though the run goes on, in one line. */
    default void notice(String message) {}

    /** Whether the run is to end soon, with what is complete by then as its result. Asked often, from any thread. */
    default boolean stopRequested() {
        return false;
    }
}
