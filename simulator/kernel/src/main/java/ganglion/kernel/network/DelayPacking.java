package ganglion.kernel.network;

/**
 * Stores the delay of a synapse in the bits of its target that the target does not need, at no cost in memory. A row
 * then says by itself where in a ring of summed inputs each of its weights belongs: one addition and one mask turn a
 * packed synapse into a place in the ring, and a row of many delays becomes one loop without a branch.
 *
 * @param bits of the target; 0 if delays are not stored
 * @param targetMask keeps the target
 * @param smallestDelayTicks subtracted from delays, so that they need fewer bits
 * @param firstTarget subtracted from targets for the same reason
 */
record DelayPacking(int bits, int targetMask, int smallestDelayTicks, int firstTarget) {

    /** Targets as they are. */
    static final DelayPacking NONE = new DelayPacking(0, Integer.MAX_VALUE, 0, 0);

    /** Packs if targets and delays fit into 32 bits together. */
    static DelayPacking of(TargetSlice slice, int smallestDelay, int largestDelay) {
        int bits = Synapses.targetBits(slice.size());
        boolean fits = bits < Integer.SIZE - 1 && (long) largestDelay - smallestDelay < 1L << Integer.SIZE - bits;
        return fits ? new DelayPacking(bits, (1 << bits) - 1, smallestDelay, slice.first()) : NONE;
    }

    /** Whether delays are stored with targets. */
    boolean packs() {
        return bits > 0;
    }

    /** The same bits, with targets counted from the first. */
    DelayPacking fromFirst() {
        return new DelayPacking(bits, targetMask, smallestDelayTicks, 0);
    }

    /** The packed synapse: its delay above the smallest, then its target. */
    int pack(int target, int delayTicks) {
        return bits == 0 ? target : delayTicks - smallestDelayTicks << bits | target - firstTarget;
    }

    int target(int packed) {
        return (packed & targetMask) + firstTarget;
    }

    /** The delay of a packed synapse. */
    int delayTicks(int packed) {
        return bits == 0 ? 0 : (packed >>> bits) + smallestDelayTicks;
    }

    /** Whether a delay can be stored with a target. */
    boolean holds(int delayTicks) {
        return bits > 0 && delayTicks - smallestDelayTicks < 1 << Integer.SIZE - 1 - bits;
    }

    /**
     * What is added to packed synapses to find their place in a ring, modulo the length of the ring. May overflow: the
     * ring is a power of two long, so that only the low bits count.
     */
    int rotation(long spikeTick) {
        return (int) (spikeTick + smallestDelayTicks) << bits;
    }
}
