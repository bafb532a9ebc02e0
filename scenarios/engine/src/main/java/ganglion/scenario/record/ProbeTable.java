package ganglion.scenario.record;

import ganglion.kernel.PartitionedNetwork;

/** Writes what a probe sees at one tick. */
interface ProbeTable {

    /** Names of the columns after the time and the tick. */
    String columns();

    /** Takes a row that an earlier part of the run has written. */
    default void resumeAfter(String row) {}

    /**
     * Writes the rows of a tick.
     *
     * @param run at rest after that tick
     * @param start the columns of the time
     */
    void write(PartitionedNetwork run, String start, TableStream out);
}
