package ganglion.learning.optimiser;

/**
 * Where moments end that decay without gradients: at zero, below bounds far under the usual epsilon of 1e-8 and its square. Otherwise
 * they become subnormal numbers, which processors are slow at. Floats are rounded to multiples of the bounds, as a constant whose last
 * bit is as large is added and subtracted again; loops that do so are turned into vector instructions.
 */
final class Vanishing {

    /** First moments below it are zero. */
    static final double FIRST = 0x1p-62;

    /** Second moments below it are zero: their root is 3e-16. */
    static final double SECOND = 0x1p-103;

    /** Its last bit is {@link #FIRST}. */
    static final float FIRST_GRID = 0x1.8p-39f;

    /** Its last bit is {@link #SECOND}. */
    static final float SECOND_GRID = 0x1.8p-80f;

    private Vanishing() {}

    /** The number, or zero below a bound. */
    static double cut(double x, double bound) {
        return Math.abs(x) < bound ? 0 : x;
    }
}
