package ganglion.kernel.core;

/**
 * The summed input of a core's neurons at the tick being run, and at ticks to come for what is added ahead of them. A ring
 * of slots, one a tick. What is added ahead is noted as well, so that a slot knows what it holds when its tick comes.
 *
 * <p>A core that adds nothing ahead has a ring of one slot.
 */
final class InputRing {

    private static final int INLET = 0;
    private static final int POSITION = 1;
    private static final int COUNT = 2;
    private static final int FIELDS = 3;

    private final double[][] inputs;

    /** For each slot the pieces of rows that were added ahead: inlet, position and number of their synapses. */
    private final IntList[] pieces;

    private final int mask;
    private int occupied;

    /** Nothing is held for a tick before this one. */
    private long now;

    /**
     * @param slots a power of two: for how many ticks, that being run included, input can be held
     * @param inputCount number of inputs of the core
     */
    InputRing(int slots, int inputCount) {
        inputs = new double[slots][inputCount];
        pieces = new IntList[slots];
        for (int slot = 0; slot < slots; slot++) {
            pieces[slot] = new IntList();
        }
        mask = slots - 1;
    }

    /** The summed input at a tick, not before the latest run, and less than a turn of the ring after it. */
    double[] at(long tick) {
        return inputs[(int) tick & mask];
    }

    /** Notes a piece of a row that is added to the input at a tick. */
    void note(long tick, int inlet, int position, int count) {
        IntList slot = pieces[(int) tick & mask];
        if (slot.size() == 0) {
            occupied++;
        }
        slot.add(inlet);
        slot.add(position);
        slot.add(count);
    }

    /** Takes pieces of rows one by one. */
    @FunctionalInterface
    interface PieceConsumer {

        void accept(int inlet, int position, int count);
    }

    /** Names the pieces that are due at a tick. */
    void forEachPiece(long tick, PieceConsumer consumer) {
        IntList slot = pieces[(int) tick & mask];
        for (int i = 0; i < slot.size(); i += FIELDS) {
            consumer.accept(slot.get(i + INLET), slot.get(i + POSITION), slot.get(i + COUNT));
        }
    }

    /** Tells that no tick before one will be run any more, and that nothing is held for any. */
    void advanceTo(long tick) {
        now = tick;
    }

    /** Forgets the pieces that were due at a tick which has been run. */
    void forget(long tick) {
        IntList slot = pieces[(int) tick & mask];
        if (slot.size() > 0) {
            occupied--;
            slot.clear();
        }
    }

    /** The earliest tick for which something was added ahead; {@link Long#MAX_VALUE} if there is none. */
    long nextTick() {
        if (occupied == 0) {
            return Long.MAX_VALUE;
        }
        long tick = now;
        while (pieces[(int) tick & mask].size() == 0) {
            tick++;
        }
        return tick;
    }
}
