package ganglion.scenario.record;

import ganglion.kernel.RunningNetwork;

/** Writes the values of a probe at one tick. */
interface ProbeTable {

    /** Names of the columns after the time and the tick. */
    String columns();

    /** Restores the state of the table from a row that was written before the checkpoint. */
    default void resumeAfter(String row) {}

    /**
     * Writes the rows of a tick.
     *
     * @param run paused after that tick
     * @param start the first two columns, see {@link TimeColumns}
     */
    void write(RunningNetwork run, String start, TableStream out);
}
