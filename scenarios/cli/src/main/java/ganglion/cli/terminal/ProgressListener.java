package ganglion.cli.terminal;

/** Told how far the work of a command has come, where that is not drawn at a terminal. */
@FunctionalInterface
public interface ProgressListener {

    /** Hears nothing. */
    ProgressListener NONE = (task, phase, fraction) -> {};

    /**
     * The work has come further. Called by the thread that works, often: thousands of times a second.
     *
     * @param task what is worked on, such as the name of a scenario
     * @param phase what is done now, such as "simulating"
     * @param fraction share of the phase that is done, from 0 to 1
     */
    void advanced(String task, String phase, double fraction);
}
