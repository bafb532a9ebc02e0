package ganglion.kernel.network;

/**
 * Stores the delay of a synapse in the bits of its target that the target does not need, at no cost in memory. A row then
 * says by itself where in a ring of summed inputs each of its weights belongs.
 *
 * @param bits of the target; 0 if delays are not stored
 * @param targetMask keeps the target
 * @param smallestDelayTicks what is subtracted from delays
 */
record DelayPacking(int bits, int targetMask, int smallestDelayTicks) {

    /** Targets as they are. */
    static final DelayPacking NONE = new DelayPacking(0, Integer.MAX_VALUE, 0);

    /** Packs if targets and delays fit into 31 bits together. */
    static DelayPacking of(int targetSize, int smallestDelay, int largestDelay) {
        int bits = Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(targetSize - 1));
        boolean fits = (long) largestDelay - smallestDelay < 1L << Integer.SIZE - 1 - bits;
        return fits ? new DelayPacking(bits, (1 << bits) - 1, smallestDelay) : NONE;
    }

    boolean packs() {
        return bits > 0;
    }

    int pack(int target, int delayTicks) {
        return bits == 0 ? target : delayTicks - smallestDelayTicks << bits | target;
    }

    int target(int packed) {
        return packed & targetMask;
    }

    /** What is added to packed synapses to find their place in a ring, modulo the length of the ring. */
    int rotation(long spikeTick) {
        return (int) (spikeTick + smallestDelayTicks) << bits;
    }
}
