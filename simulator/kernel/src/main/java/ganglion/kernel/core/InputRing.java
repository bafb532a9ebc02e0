package ganglion.kernel.core;

/**
 * Summed input of some hosted neurons at the tick being run and at ticks to come: one slot per tick, in one array. For
 * each slot it knows either which neurons have input, as long as they are few, or only that many may have.
 *
 * <p>The number of slots and the room of a slot are powers of two: the place of a weight is then one addition and one
 * mask away from the packed target and delay of its synapse. Neurons zero their input when they are visited, so that a
 * slot is clean when it comes round again.
 */
final class InputRing {

    private final double[] values;
    private final int bits;
    private final int slotMask;

    /** For each slot the number of synaptic events that were counted. */
    private final int[] reach;

    /** For each slot the neurons that were reached. Incomplete once there are so many that all neurons are visited. */
    private final IntList[] lists;

    private final int mostListed;

    /** One bit per slot, set while any event is counted. */
    private final long[] occupied;

    /** Ticks before this one may hold input that nobody has counted. */
    private long uncountedBefore;

    /**
     * @param slots a power of two: for how many ticks, that being run included, input can be held
     * @param bits a slot has room for two to that power sums
     * @param mostListed synaptic events at a tick up to which neurons are listed
     */
    InputRing(int slots, int bits, int mostListed) {
        this.values = new double[slots << bits];
        this.bits = bits;
        this.slotMask = slots - 1;
        this.reach = new int[slots];
        this.lists = new IntList[slots];
        this.mostListed = mostListed;
        this.occupied = new long[(slots + Long.SIZE - 1) / Long.SIZE];
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

    /**
     * Counts synaptic events of a tick.
     *
     * @return the list to which the reached neurons are added; null if all neurons will be visited
     */
    IntList count(long tick, int events) {
        int slot = slot(tick);
        boolean listed = reach[slot] < mostListed;
        reach[slot] += events;
        occupied[slot >> 6] |= 1L << slot;
        if (listed && lists[slot] == null) {
            lists[slot] = new IntList();
        }
        return listed ? lists[slot] : null;
    }

    /** States that input of ticks up to one, inclusive, has been added without counting it. */
    void addUncounted(long last) {
        uncountedBefore = Math.max(uncountedBefore, last + 1);
    }

    /** Whether a tick may hold input that has not been counted. */
    boolean isUncounted(long tick) {
        return tick < uncountedBefore;
    }

    /** Synaptic events that have been counted at a tick. */
    int reach(long tick) {
        return reach[slot(tick)];
    }

    /** Adds to a list the neurons that are reached at a tick of which all events have been counted. */
    void listNeurons(long tick, IntList neurons) {
        IntList list = lists[slot(tick)];
        if (list != null) {
            neurons.addAll(list);
        }
    }

    /** Forgets what was counted for a tick that has been run. */
    void forget(long tick) {
        int slot = slot(tick);
        if (reach[slot] > 0) {
            reach[slot] = 0;
            occupied[slot >> 6] &= ~(1L << slot);
            if (lists[slot] != null) {
                lists[slot].clear();
            }
        }
    }

    /**
     * The first tick that may have input.
     *
     * @param now the ring holds nothing for ticks before this one
     * @return {@link Long#MAX_VALUE} if there is none
     */
    long nextTick(long now) {
        if (now < uncountedBefore) {
            return now;
        }
        int from = slot(now);
        int word = from >> 6;
        long found = occupied[word] & -1L << from;
        for (int i = 0; i <= occupied.length; i++) {
            if (found != 0) {
                int slot = (word << 6) + Long.numberOfTrailingZeros(found);
                return now + (slot - from & slotMask);
            }
            word = word + 1 == occupied.length ? 0 : word + 1;
            found = occupied[word];
        }
        return Long.MAX_VALUE;
    }
}
