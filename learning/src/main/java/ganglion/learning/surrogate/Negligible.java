package ganglion.learning.surrogate;

/**
 * Where potentials, currents and gradients that decay end: at zero, below {@link #BOUND}. Without an end they become subnormal
 * numbers, which processors compute with a hundred times more slowly and Java cannot switch off.
 *
 * <p>The bound is far below what can change a spike or a step of training: thresholds and weights are added in steps of 2^-53 and more
 * in double precision, and Adam compares gradients with 1e-8. It is far above the smallest normal float, 2^-126, so that two numbers that
 * are not negligible have a normal product.
 */
public final class Negligible {

    /** Smaller numbers count as zero: about 2.2e-19. */
    public static final double BOUND = 0x1p-62;

    /**
     * Added to a float and subtracted again, it leaves a multiple of {@link #BOUND}: its own last bit is as large. Loops that do so are
     * turned into vector instructions; branches are not.
     */
    public static final float GRID = 0x1.8p-39f;

    private Negligible() {}

    /** The number, or zero if it is negligible. */
    public static double cut(double x) {
        return Math.abs(x) < BOUND ? 0 : x;
    }
}
