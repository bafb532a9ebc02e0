package ganglion.kernel.core;

/** Powers of an exponential decay, {@code exp(-ticks / tau)}, looked up where they are not negligible. */
final class DecayTable {

    private static final int MOST_ENTRIES = 1 << 14;
    /** Beyond so many time constants the rest is computed: rarely asked for. */
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
