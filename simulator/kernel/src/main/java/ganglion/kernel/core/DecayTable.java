package ganglion.kernel.core;

/**
 * Powers of an exponential decay, {@code exp(-ticks / tau)}, looked up where they are not negligible. {@link
 * StrictMath} gives the same bits on every machine, which {@code Math.exp} need not. Immutable.
 */
final class DecayTable {

    private static final int MOST_ENTRIES = 1 << 14;
    /** Beyond this number of time constants a power is below 1e-8 and is computed: it is rarely asked for. */
    private static final double TIME_CONSTANTS = 20;

    private final double timeConstantTicks;
    private final double[] powers;

    DecayTable(double timeConstantTicks) {
        this.timeConstantTicks = timeConstantTicks;
        this.powers = new double[(int) Math.min(MOST_ENTRIES, TIME_CONSTANTS * timeConstantTicks + 2)];
        for (int ticks = 0; ticks < powers.length; ticks++) {
            powers[ticks] = compute(ticks);
        }
    }

    /** What is left after a number of ticks, 0 or more. */
    double after(long ticks) {
        return ticks < powers.length ? powers[(int) ticks] : compute(ticks);
    }

    private double compute(long ticks) {
        return StrictMath.exp(-ticks / timeConstantTicks);
    }
}
