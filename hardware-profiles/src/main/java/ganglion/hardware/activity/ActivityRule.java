package ganglion.hardware.activity;

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
}
