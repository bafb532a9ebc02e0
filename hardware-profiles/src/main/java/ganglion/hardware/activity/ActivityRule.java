package ganglion.hardware.activity;

import ganglion.kernel.parallel.TaskRunner;

/**
 * Decides which neurons are active in a tick: those that a chip updates in full. Called once per tick, in order,
 * starting with tick 0. Not thread safe: for one walk.
 */
public interface ActivityRule {

    /**
     * The active neurons of a tick, inputs never among them.
     *
     * @param fired network-wide numbers of the neurons that fire in this tick, inputs included, in the first {@code count}
     *     elements
     * @return bit {@code n % 64} of element {@code n / 64} for the neuron of network-wide number {@code n}, valid until the
     *     next call; null if no neuron is active
     */
    long[] activeAt(long tick, int[] fired, int count);

    /**
     * Marks the active neurons of all ticks of a block. Called for block after block, in place of {@link #activeAt}.
     *
     * @param runner fills several ticks at the same time, if the rule can
     */
    default void mark(TickBlock block, TaskRunner runner) {
        for (int i = 0; i < block.ticks(); i++) {
            int[] fired = block.fired(i);
            long[] active = activeAt(block.tick(i), fired, fired.length);
            if (active != null) {
                System.arraycopy(active, 0, block.mark(i), 0, active.length);
            }
        }
    }
}
