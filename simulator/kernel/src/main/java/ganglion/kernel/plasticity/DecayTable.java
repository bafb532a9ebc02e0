package ganglion.kernel.plasticity;

/**
 * Powers of an exponential decay, {@code exp(-ticks / tau)}, as the traces of spikes are defined by it: the product of two
 * factors that are looked up, one for whole blocks of ticks and one for the ticks within a block; 0 where the power is below
 * 2^-900, so that old traces vanish instead of becoming subnormal numbers, which processors are slow at. {@link StrictMath}
 * gives the same factors on every machine. Immutable.
 *
 * <p>Two short tables, about as long as each other, stay in the first-level cache where one long table would not.
 */
public final class DecayTable {

    /** {@code ln(2^900)}: number of time constants after which nothing is left. */
    private static final double TIME_CONSTANTS = 623.8324625039508;

    /** Each table holds at most 2^16 factors, 512 KiB: enough for time constants of 6 million ticks. */
    private static final int MOST_BITS = 16;

    private final double timeConstantTicks;
    /** The first number of ticks after which nothing is left. */
    private final long endTicks;

    private final int blockBits;
    private final int blockMask;
    private final double[] withinBlock;
    private final double[] ofBlocks;

    /** @param timeConstantTicks tau, above 0 */
    public DecayTable(double timeConstantTicks) {
        this.timeConstantTicks = timeConstantTicks;
        this.endTicks = (long) Math.ceil(TIME_CONSTANTS * timeConstantTicks);
        int bits = 0;
        while (bits < MOST_BITS && endTicks > 1L << 2 * bits) {
            bits++;
        }
        this.blockBits = bits;
        this.blockMask = (1 << bits) - 1;
        this.withinBlock = new double[1 << bits];
        for (int ticks = 0; ticks < withinBlock.length; ticks++) {
            withinBlock[ticks] = compute(ticks);
        }
        this.ofBlocks = new double[(int) Math.min(1 << MOST_BITS, (endTicks >>> bits) + 1)];
        for (int block = 0; block < ofBlocks.length; block++) {
            ofBlocks[block] = compute((long) block << bits);
        }
    }

    /** What is left after a number of ticks, 0 or more. */
    public double after(long ticks) {
        if (ticks >= endTicks) {
            return 0;
        }
        long block = ticks >>> blockBits;
        // The tables are complete unless the time constant is beyond all use.
        double whole = block < ofBlocks.length ? ofBlocks[(int) block] : compute(block << blockBits);
        return whole * withinBlock[(int) ticks & blockMask];
    }

    private double compute(long ticks) {
        return StrictMath.exp(-ticks / timeConstantTicks);
    }
}
