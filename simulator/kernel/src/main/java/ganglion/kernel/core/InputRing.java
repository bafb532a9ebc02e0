package ganglion.kernel.core;

/**
 * Summed input of some hosted neurons at the tick being run and at ticks to come: one slot per tick, in one array. What
 * is added ahead of its tick is counted. While it is little, its row groups are noted too, so that the reached neurons
 * can be listed when the tick comes.
 *
 * <p>The number of slots and the room of a slot are powers of two: the place of a weight is then one addition and one
 * mask away from the packed target and delay of its synapse. Neurons zero their input when they are visited, so that a
 * slot is clean when it comes round again.
 */
final class InputRing {

    private final double[] values;
    private final int bits;
    private final int slotMask;

    /** For each slot the number of synaptic events that were added. */
    private final int[] reach;

    /** For each slot the row groups that were added, unless they reach so many neurons that all are visited and none is listed. */
    private final IntList[] rowGroups;

    private final int mostListed;

    /**
     * @param slots a power of two: for how many ticks, that being run included, input can be held
     * @param bits a slot has room for two to that power neurons
     * @param mostListed synaptic events at a tick up to which row groups are noted
     */
    InputRing(int slots, int bits, int mostListed) {
        this.values = new double[slots << bits];
        this.bits = bits;
        this.slotMask = slots - 1;
        this.reach = new int[slots];
        this.rowGroups = new IntList[slots];
        for (int slot = 0; slot < slots; slot++) {
            rowGroups[slot] = new IntList();
        }
        this.mostListed = mostListed;
    }

    /** All slots. */
    double[] values() {
        return values;
    }

    /** Where the slot of a tick starts. */
    int start(long tick) {
        return slot(tick) << bits;
    }

    private int slot(long tick) {
        return (int) tick & slotMask;
    }

    /** Counts a row group whose weights are added to the input of a tick. */
    void note(long tick, int rowGroup, int length) {
        int slot = slot(tick);
        if (reach[slot] < mostListed) {
            rowGroups[slot].add(rowGroup);
        }
        reach[slot] += length;
    }

    /** Synaptic events that were added to the input of a tick. */
    int reach(long tick) {
        return reach[slot(tick)];
    }

    /** The row groups that were added to the input of a tick: all of them, if few synapses are reached. */
    IntList rowGroups(long tick) {
        return rowGroups[slot(tick)];
    }

    /** Forgets what was counted for a tick that has been run. */
    void forget(long tick) {
        reach[slot(tick)] = 0;
        rowGroups[slot(tick)].clear();
    }
}
